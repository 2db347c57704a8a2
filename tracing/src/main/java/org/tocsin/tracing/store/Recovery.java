package org.tocsin.tracing.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Opens a folder: accounts, sealed segments, then every payment of the logs not yet sealed. */
final class Recovery {
  private final Folder folder;
  private final Ledger ledger;

  Recovery(Folder folder, Ledger ledger) {
    this.folder = folder;
    this.ledger = ledger;
  }

  void run() {
    folder.dropStrangers();
    LogReader.read(folder.accountsPath(), frame -> LogEntries.readAccounts(frame, ledger.book()));
    Manifest manifest = folder.manifest();
    boolean verify = ledger.options().verify();
    List<Segment> sealed =
        manifest.segments().stream()
            .map(name -> Segment.open(folder.path().resolve(name), verify))
            .toList();
    ledger.parts(Parts.of(sealed, ledger.book(), manifest.revision()));
    int number = manifest.log();
    long good = replay(number);
    while (Files.exists(folder.logPath(number + 1))) {
      checkWhole(number, good);
      number++;
      good = replay(number);
    }
    folder.start(number, good);
  }

  private long replay(int number) {
    return LogReader.read(folder.logPath(number), frame -> LogEntries.readPayments(frame, ledger));
  }

  /** Only the last log can be cut off: a log is on disk before the next one begins. */
  private void checkWhole(int number, long good) {
    try {
      long size = Files.size(folder.logPath(number));
      if (size != good) {
        throw new DamagedException(
            "%s is damaged at byte %d".formatted(folder.logPath(number), good));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
