import express, { type Express } from 'express';
import { InvalidInput, requireRole, requireSession } from 'ng-session-express';

/** What the shop keeps for somebody, signed in or not. */
export function addCart(app: Express): void {
  // #region data
  app.post('/api/cart', express.json(), (request, response) => {
    const { item } = request.body as { item?: unknown };
    if (typeof item !== 'string') throw new InvalidInput({ item: ['Say which item.'] });
    const { data } = request.session;
    data['cart'] = [...((data['cart'] as string[] | undefined) ?? []), item];
    response.status(204).end();
  });
  // #endregion data

  // #region flash
  app.post('/api/orders', requireSession(), (request, response) => {
    delete request.session.data['cart'];
    request.flash('notification', { type: 'success', message: 'Your order is on its way.' });
    response.status(204).end();
  });
  // #endregion flash

  // #region flash-errors
  app.get('/api/vouchers/:code', requireSession(), (request, response) => {
    if (request.params['code'] !== 'SPRING') {
      request.flashValidationErrors({ voucher: ['This voucher is not valid any more.'] });
    }
    response.redirect('/checkout');
  });
  // #endregion flash-errors

  // #region role
  app.get('/api/orders', requireRole(['clerk', 'admin']), (request, response) => {
    response.json({ clerk: request.session.user?.name, orders: [] });
  });
  // #endregion role
}
