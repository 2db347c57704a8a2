package org.tocsin.app.registry.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.ImportId;

/**
 * An import as shown.
 *
 * @param dataset what it fills, for example {@code roads/main}
 * @param source where the file is from, in the words of who sent it
 * @param progress 0 to 1 while reading
 * @param added rows that are new against what was in use; null while reading
 * @param changed rows that differ from what was in use
 * @param removed rows that were in use and are not in the file
 * @param samples the first rows, in short
 * @param failure why it failed
 */
public record ImportView(
    ImportId id,
    ImportKind kind,
    String dataset,
    String fileName,
    String source,
    long bytes,
    String sha256,
    ImportState state,
    double progress,
    long accepted,
    long rejected,
    @Nullable Long added,
    @Nullable Long changed,
    @Nullable Long removed,
    List<String> samples,
    List<Warning> warnings,
    @Nullable Failure failure,
    Instant createdAt,
    String createdBy,
    @Nullable Instant appliedAt,
    @Nullable String appliedBy,
    @Nullable Instant rolledBackAt) {

  /**
   * Something worth knowing that refuses nothing.
   *
   * @param count how often
   * @param example the first one, such as a code
   */
  public record Warning(String code, int count, String example, Text text) {}

  /**
   * Why the file as a whole could not be read.
   *
   * @param code as in {@code problems*.properties} under {@code field.}
   */
  public record Failure(String code, List<String> args) {}

  /** Whether rows of this import may be put in use or are. */
  boolean isSettled() {
    return state != ImportState.READING;
  }

  ImportView with(double share) {
    return new ImportView(
        id,
        kind,
        dataset,
        fileName,
        source,
        bytes,
        sha256,
        state,
        share,
        accepted,
        rejected,
        added,
        changed,
        removed,
        samples,
        warnings,
        failure,
        createdAt,
        createdBy,
        appliedAt,
        appliedBy,
        rolledBackAt);
  }
}
