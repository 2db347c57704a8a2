package org.tocsin.bench.tracing.engine;

import java.nio.file.Path;

/** One of the engines that are compared. One process, one thread, one ledger. */
public interface Engine extends AutoCloseable {
  /** As in the tables. */
  String name();

  /**
   * Takes in the ledger and makes whatever index it works best with.
   *
   * @param folder an empty one of its own
   * @return bytes that payments and indexes take on disk, or in memory if it has no disk
   */
  long load(Dataset dataset, Path folder) throws Exception;

  /** Whether it can do this work at all. */
  default boolean answers(Question.Rule rule) {
    return true;
  }

  /**
   * Does the work, up to having the answer in arrays; what it takes is measured around this call.
   */
  Answer ask(Question question) throws Exception;

  /** Further measurements of its own, one line each, as {@code name value}. */
  default void further(
      Dataset dataset, Path folder, java.util.function.BiConsumer<String, Object> say)
      throws Exception {}
}
