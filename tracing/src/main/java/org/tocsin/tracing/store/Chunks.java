package org.tocsin.tracing.store;

/**
 * Lists of numbers for many owners in shared blocks. A list is a chain of chunks of 4, 8, 16 …
 * slots, each beginning with the address of the one before, so that a list of n wastes little and
 * finds any element in log n steps. One writer; a reader who got a list's head through {@code
 * getAcquire} sees all its elements.
 */
final class Chunks {
  private static final int BLOCK_BITS = 18;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int FIRST_BITS = 2;
  private static final int LAST_BITS = 16;

  private int[][] blocks = new int[4][];
  private int block = -1;
  private int used = BLOCK;

  /** Ordinal of the chunk that holds an element. */
  static int chunkOf(int k) {
    int doubling = LAST_BITS - FIRST_BITS;
    int whole = endOf(doubling);
    if (k >= whole) {
      return doubling + 1 + (k - whole) / ((1 << LAST_BITS) - 1);
    }
    // The logarithm is never too high and at most one too low.
    int ordinal = 31 - Integer.numberOfLeadingZeros(k + (1 << FIRST_BITS)) - FIRST_BITS;
    return k >= endOf(ordinal) ? ordinal + 1 : ordinal;
  }

  /** First element not in chunks up to an ordinal. */
  static int endOf(int ordinal) {
    int doubling = LAST_BITS - FIRST_BITS + 1;
    int grown = Math.min(ordinal + 1, doubling);
    int end = (1 << (FIRST_BITS + grown)) - (1 << FIRST_BITS) - grown;
    return end + (ordinal + 1 - grown) * ((1 << LAST_BITS) - 1);
  }

  private static int bitsOf(int ordinal) {
    return Math.min(FIRST_BITS + ordinal, LAST_BITS);
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
