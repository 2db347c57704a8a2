package org.tocsin.bench.tracing.engine;

/**
 * What a trace found.
 *
 * @param accounts who holds some of the money at the end of the window, or, for reach, who can have
 *     had any; in any order, none twice
 * @param fen how much each of them holds; for reach all 0
 * @param dustFen money in pieces that were too small to follow
 * @param touched payments that carried some of it, if the engine counts them, else −1
 */
public record Answer(int[] accounts, long[] fen, long dustFen, long touched) {

  /** What two engines' answers to one question are compared by. */
  public record Digest(int accounts, long heldFen, long dustFen, long hash) {}

  /** Independent of the order; an account with nothing left does not count under other rules. */
  public Digest digest(Question.Rule rule) {
    int count = 0;
    long held = 0;
    long hash = 0;
    for (int i = 0; i < accounts.length; i++) {
      if (fen[i] != 0 || rule == Question.Rule.REACH) {
        count++;
        held += fen[i];
        hash += Mixer.mix(Mixer.mix(accounts[i] + 1L) ^ fen[i]);
      }
    }
    return new Digest(count, held, dustFen, hash);
  }
}
