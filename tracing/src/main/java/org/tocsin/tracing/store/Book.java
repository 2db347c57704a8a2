package org.tocsin.tracing.store;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tocsin.tracing.Account;
import org.tocsin.tracing.AccountClass;

/**
 * The accounts of a ledger: key, class, opening balance. Numbers are given in order of first
 * mention and never change. One writer, any readers.
 */
final class Book {
  private static final AccountClass[] CLASSES = AccountClass.values();

  private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();
  private String[] keys = new String[16];
  private byte[] classes = new byte[16];
  private long[] openings = new long[16];
  private volatile int count;

  int count() {
    return count;
  }

  OptionalInt find(String key) {
    Integer no = numbers.get(key);
    return no == null ? OptionalInt.empty() : OptionalInt.of(no);
  }

  /** Adds an account that is not there yet. */
  int add(String key) {
    int no = count;
    if (no == keys.length) {
      keys = Arrays.copyOf(keys, no * 2);
      classes = Arrays.copyOf(classes, no * 2);
      openings = Arrays.copyOf(openings, no * 2);
    }
    keys[no] = key;
    openings[no] = Account.UNKNOWN;
    count = no + 1;
    numbers.put(key, no);
    return no;
  }

  void describe(int account, AccountClass type, long openingFen) {
    check(account);
    classes[account] = (byte) type.ordinal();
    openings[account] = openingFen;
  }

  String key(int account) {
    check(account);
    return keys[account];
  }

  AccountClass type(int account) {
    return CLASSES[classes[account]];
  }

  long opening(int account) {
    return account < openings.length ? openings[account] : Account.UNKNOWN;
  }

  Account account(int no) {
    check(no);
    return new Account(no, keys[no], type(no), openings[no]);
  }

  private void check(int account) {
    if (account < 0 || account >= count) {
      throw new IndexOutOfBoundsException("no account " + account);
    }
  }
}
