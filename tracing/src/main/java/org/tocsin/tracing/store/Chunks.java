package org.tocsin.tracing.store;

/**
 * Lists of numbers for many owners in shared blocks. A list is a chain of chunks of 4, 4, 8, 8, 16,
 * 16 … slots, each beginning with the address of the one before, so that a list wastes little and
 * finds any element in a few steps. One writer; a reader who got a list's head through {@code
 * getAcquire} sees all its elements.
 */
final class Chunks {
  private static final int BLOCK_BITS = 18;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int FIRST_BITS = 2;
  private static final int LAST_BITS = 16;

  /** Chunks that grow; those after are all of the largest size. */
  private static final int GROWING = 2 * (LAST_BITS - FIRST_BITS + 1);

  /** First element not in chunks up to each growing one. */
  private static final int[] ENDS = ends();

  private int[][] blocks = new int[4][];
  private int block = -1;
  private int used = BLOCK;

  private static int[] ends() {
    int[] ends = new int[GROWING];
    int end = 0;
    for (int ordinal = 0; ordinal < GROWING; ordinal++) {
      end += (1 << bitsOf(ordinal)) - 1;
      ends[ordinal] = end;
    }
    return ends;
  }

  /** Ordinal of the chunk that holds an element. */
  static int chunkOf(int k) {
    int whole = ENDS[GROWING - 1];
    if (k >= whole) {
      return GROWING + (k - whole) / ((1 << LAST_BITS) - 1);
    }
    int ordinal = 0;
    while (k >= ENDS[ordinal]) {
      ordinal++;
    }
    return ordinal;
  }

  /** First element not in chunks up to an ordinal. */
  static int endOf(int ordinal) {
    return ordinal < GROWING
        ? ENDS[ordinal]
        : ENDS[GROWING - 1] + (ordinal + 1 - GROWING) * ((1 << LAST_BITS) - 1);
  }

  private static int bitsOf(int ordinal) {
    return Math.min(FIRST_BITS + ordinal / 2, LAST_BITS);
  }

  /** Appends to the list with this head and returns its new head; 0 is the empty list. */
  long add(long head, int value) {
    int count = (int) head;
    int last = (int) (head >>> 32);
    int ordinal = chunkOf(count);
    int begin = ordinal == 0 ? 0 : endOf(ordinal - 1);
    if (count == begin) {
      last = allocate(1 << bitsOf(ordinal), last);
    }
    blocks[last >>> BLOCK_BITS][(last & (BLOCK - 1)) + 1 + count - begin] = value;
    return ((long) last << 32) | (count + 1);
  }

  private int allocate(int size, int previous) {
    if (used + size > BLOCK) {
      block++;
      if (block == blocks.length) {
        blocks = java.util.Arrays.copyOf(blocks, block * 2);
      }
      blocks[block] = new int[BLOCK];
      used = 0;
    }
    int address = (block << BLOCK_BITS) | used;
    blocks[block][used] = previous;
    used += size;
    return address;
  }

  /** Element k of the list with this head. */
  int get(long head, int k) {
    int address = (int) (head >>> 32);
    int last = chunkOf((int) head - 1);
    int ordinal = chunkOf(k);
    for (int i = last; i > ordinal; i--) {
      address = blocks[address >>> BLOCK_BITS][address & (BLOCK - 1)];
    }
    int begin = ordinal == 0 ? 0 : endOf(ordinal - 1);
    return blocks[address >>> BLOCK_BITS][(address & (BLOCK - 1)) + 1 + k - begin];
  }

  /** Bytes held. */
  long bytes() {
    return (block + 1) * 4L * BLOCK;
  }
}
