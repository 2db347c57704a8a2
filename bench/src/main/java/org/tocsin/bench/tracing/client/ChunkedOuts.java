package org.tocsin.bench.tracing.client;

/**
 * {@link Outs} over an engine that answers "the next so many": asks for few first, then for ever
 * more, so that neither a quiet account nor a hub costs many questions.
 */
public final class ChunkedOuts implements Outs {
  private static final int FIRST = 32;
  private static final int MOST = 4096;

  private final Fetch fetch;
  private final int account;
  private final long toId;
  private long[] ids = new long[FIRST];
  private int[] to = new int[FIRST];
  private long[] amounts = new long[FIRST];
  private long[] balances = new long[FIRST];
  private long after;
  private int limit = FIRST;
  private int size;
  private int at = -1;
  private boolean exhausted;

  /** One question to the engine. */
  @FunctionalInterface
  public interface Fetch {
    /** Gives the next at most {@code limit} payments with {@code after < id < toId} in order. */
    void fetch(int account, long after, long toId, int limit, ChunkedOuts into) throws Exception;
  }

  public ChunkedOuts(Fetch fetch, int account, long after, long toId) {
    this.fetch = fetch;
    this.account = account;
    this.after = after;
    this.toId = toId;
  }

  /** Called by the fetch for each payment. */
  public void add(long id, int payee, long amountFen, long balanceFen) {
    ids[size] = id;
    to[size] = payee;
    amounts[size] = amountFen;
    balances[size] = balanceFen;
    size++;
  }

  @Override
  public boolean next() throws Exception {
    if (++at < size) {
      return true;
    }
    if (exhausted) {
      return false;
    }
    if (limit > ids.length) {
      ids = new long[limit];
      to = new int[limit];
      amounts = new long[limit];
      balances = new long[limit];
    }
    size = 0;
    at = 0;
    fetch.fetch(account, after, toId, limit, this);
    exhausted = size < limit;
    limit = Math.min(MOST, limit * 8);
    if (size == 0) {
      return false;
    }
    after = ids[size - 1];
    return true;
  }

  @Override
  public long id() {
    return ids[at];
  }

  @Override
  public int to() {
    return to[at];
  }

  @Override
  public long amountFen() {
    return amounts[at];
  }

  @Override
  public long balanceFen() {
    return balances[at];
  }
}
