package org.tocsin.tracing.store;

import java.util.Arrays;
import java.util.OptionalInt;
import org.tocsin.tracing.Account;
import org.tocsin.tracing.AccountClass;

/**
 * The accounts of a ledger: key, class, opening balance. Numbers are given in order of first
 * mention and never change. One writer, any readers.
 */
final class Book {
  private static final AccountClass[] CLASSES = AccountClass.values();

  private final Keys keys = new Keys();
  private byte[] classes = new byte[16];
  private long[] openings = new long[16];

  int count() {
    return keys.count();
  }

  OptionalInt find(String key) {
    int no = keys.find(key);
    return no < 0 ? OptionalInt.empty() : OptionalInt.of(no);
  }

  /** Adds an account that is not there yet. */
  int add(String key) {
    int no = keys.count();
    if (no == classes.length) {
      classes = Arrays.copyOf(classes, no + no / 2);
      openings = Arrays.copyOf(openings, no + no / 2);
    }
    openings[no] = Account.UNKNOWN;
    return keys.add(key);
  }

  void describe(int account, AccountClass type, long openingFen) {
    check(account);
    classes[account] = (byte) type.ordinal();
    openings[account] = openingFen;
  }

  String key(int account) {
    check(account);
    return keys.get(account);
  }

  AccountClass type(int account) {
    return CLASSES[classes[account]];
  }

  long opening(int account) {
    return account < openings.length ? openings[account] : Account.UNKNOWN;
  }

  Account account(int no) {
    check(no);
    return new Account(no, keys.get(no), type(no), openings[no]);
  }

  private void check(int account) {
    if (account < 0 || account >= keys.count()) {
      throw new IndexOutOfBoundsException("no account " + account);
    }
  }
}
