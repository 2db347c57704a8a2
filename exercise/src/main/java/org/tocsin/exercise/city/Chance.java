package org.tocsin.exercise.city;

import java.util.List;
import java.util.Random;

/**
 * Chance that anyone can repeat: every question is named, and the same seed and name always give
 * the same answers, whatever else was asked before.
 */
public final class Chance {
  private final Random random;

  private Chance(long seed) {
    this.random = new Random(seed);
  }

  /** The chance of one question. */
  public static Chance of(long seed, Object... name) {
    long hash = mix(seed);
    for (Object part : name) {
      for (char c : String.valueOf(part).toCharArray()) {
        hash = mix(hash * 31 + c);
      }
    }
    return new Chance(hash);
  }

  /** Spreads the bits (the finaliser of SplitMix64). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** 0 to 1, without 1. */
  public double share() {
    return random.nextDouble();
  }

  /** Whether something of this probability happens. */
  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  public double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /** 0 to {@code bound} − 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** How many of something happen that is expected so often (Knuth's method; for small numbers). */
  public int poisson(double expected) {
    double limit = Math.exp(-expected);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  Random random() {
    return random;
  }
}
