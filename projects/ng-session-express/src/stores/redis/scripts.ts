import { RedisScript } from './redis-script.ts';

/**
 * A session is a hash of `version`, `session` and `user`; one that was destroyed is a hash of `ended`,
 * the time, and `successor`. Redis ends both by itself.
 */

/** Arguments: whether it is new, the version that was read, the next one, the session, its user, its age. */
export const WRITE = new RedisScript(`
  if redis.call('HEXISTS', KEYS[1], 'ended') == 1 then return 'ended' end
  local version = redis.call('HGET', KEYS[1], 'version')
  local isNew = ARGV[1] == '1'
  if not version and not isNew then return 'ended' end
  if version and (isNew or version ~= ARGV[2]) then return 'conflict' end
  redis.call('HSET', KEYS[1], 'version', ARGV[3], 'session', ARGV[4], 'user', ARGV[5])
  redis.call('PEXPIRE', KEYS[1], ARGV[6])
  return 'written'
`);

/** Argument: the age. Returns the user, or nothing where there is no session. */
export const TOUCH = new RedisScript(`
  local user = redis.call('HGET', KEYS[1], 'user')
  if user then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
  return user
`);

/**
 * Arguments: when it ends, its successor or nothing, the age of the tombstone. Returns whether there was a
 * session, the successor that counts, and the user.
 */
export const DESTROY = new RedisScript(`
  if redis.call('HEXISTS', KEYS[1], 'ended') == 1 then
    return {0, redis.call('HGET', KEYS[1], 'successor'), ''}
  end
  local user = redis.call('HGET', KEYS[1], 'user')
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[1], 'ended', ARGV[1], 'successor', ARGV[2])
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  return {user and 1 or 0, ARGV[2], user or ''}
`);

/** Arguments: a time, for how long it is kept. Of several, the latest stays. */
export const REVOKE = new RedisScript(`
  local latest = redis.call('GET', KEYS[1])
  local at = ARGV[1]
  if latest and tonumber(latest) > tonumber(at) then at = latest end
  redis.call('SET', KEYS[1], at, 'PX', ARGV[2])
`);

/** Puts a session into the list of its user, and takes out those that are over. Arguments: its id, for how long. */
export const ADD_TO_LIST = new RedisScript(`
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local keep = tonumber(ARGV[2])
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
  redis.call('ZADD', KEYS[1], 'GT', now + keep, ARGV[1])
  if redis.call('PTTL', KEYS[1]) < keep then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
`);
