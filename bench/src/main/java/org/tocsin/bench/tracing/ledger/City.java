package org.tocsin.bench.tracing.ledger;

/**
 * Who there is, by number: first the hubs (merchants, payment institutions, exchanges), then the
 * employers, then people, last accounts opened only to launder.
 *
 * @param accounts all of them
 */
record City(int hubs, int employers, int people, int fresh, int accounts) {
  private static final int HUBS = 40;
  private static final int PAYMENTS_PER_ACCOUNT = 50;
  private static final int FEWEST = 2_000;

  static City of(int payments) {
    int accounts = Math.max(FEWEST, payments / PAYMENTS_PER_ACCOUNT);
    int employers = accounts / 1000;
    int fresh = accounts / 100;
    return new City(HUBS, employers, accounts - HUBS - employers - fresh, fresh, accounts);
  }

  /** The busiest hub has about 12% of all payments, whatever their number. */
  int hub(Draw draw) {
    return draw.skewed(hubs, 3);
  }

  int firstPerson() {
    return hubs + employers;
  }

  /** Few people pay often, many seldom. */
  int person(Draw draw) {
    return firstPerson() + scattered(draw.skewed(people, 2.2));
  }

  /** A mule: half of them have a life besides, half were opened for this. */
  int mule(Draw draw) {
    return draw.below(2) == 0
        ? firstPerson() + draw.below(people)
        : firstPerson() + people + draw.below(fresh);
  }

  /** Busy people are not neighbours in the numbering: a bijection, as 2,654,435,761 is prime. */
  private int scattered(int rank) {
    return (int) (rank * 2_654_435_761L % people);
  }
}
