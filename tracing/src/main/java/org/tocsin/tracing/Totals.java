package org.tocsin.tracing;

/**
 * Where the reported money is; all in fen. The parts always add up to the reported sum.
 *
 * @param reportedFen sum of the reports, less what one report's money repeats of another's
 * @param heldFen on accounts at the end of the window
 * @param dustFen in payments that carried less than the threshold
 */
public record Totals(
    long reportedFen,
    long heldFen,
    long cashedOutFen,
    long returnedFen,
    long atHubsFen,
    long dustFen) {
  /** Checks that no fen came from nowhere or was lost. */
  public Totals {
    long sum = heldFen + cashedOutFen + returnedFen + atHubsFen + dustFen;
    if (sum != reportedFen) {
      throw new IllegalStateException(
          "money not conserved: reported %d fen, found %d".formatted(reportedFen, sum));
    }
    if (heldFen < 0 || cashedOutFen < 0 || returnedFen < 0 || atHubsFen < 0 || dustFen < 0) {
      throw new IllegalStateException("a part of the reported money is negative");
    }
  }
}
