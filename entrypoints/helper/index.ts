/** Comes on demand into a page that was recognised; see `scripting.executeScript` in the worker. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startVisit } from './visit.tsx';

export default defineUnlistedScript(() => void startVisit());
