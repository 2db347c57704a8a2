package org.tocsin.tracing;

import java.util.List;

/** What a trace found. Lists are made when first asked for; the money is conserved to the fen. */
public interface TraceResult {
  /** What was asked. */
  TraceRequest request();

  /**
   * Accounts with traced money, the most urgent to stop first; under REACH all accounts reached.
   */
  List<Holding> accounts();

  /** What each payment carried, by report, in order of payments. */
  List<Flow> flows();

  /** Where the money is; adds up. */
  Totals totals();

  /** What was not followed. */
  Cuts cuts();

  /** Remaining money of an account by report (index = label), in fen. */
  long[] shares(int account);

  /**
   * Every payment that brought an account the traced money it holds; else what came to rest there.
   */
  ProofSheet proof(int account);

  /** How many payments were looked at. */
  long touched();
}
