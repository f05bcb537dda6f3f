/*
 * Long output on a terminal, a page at a time: as git does it, with the same pager.
 */
#ifndef CMD_PAGER_H
#define CMD_PAGER_H

/*
 * Shows what the file FROM holds and waits until the reader has left. Returns 0, or -1
 * where there is no pager, and nothing was shown.
 */
int pager_show(int from);

#endif
