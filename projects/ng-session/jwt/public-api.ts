// For the main entry point only. What reads tokens is loaded by its module alone: it says nothing of side
// effects, so that an app without tokens would carry it along.
export { jwtDecode } from 'jwt-decode';
