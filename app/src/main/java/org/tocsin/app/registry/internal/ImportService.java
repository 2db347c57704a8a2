package org.tocsin.app.registry.internal;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.registry.files.FileRefused;
import org.tocsin.app.registry.files.Rejection;
import org.tocsin.kernel.ImportId;
import org.tocsin.kernel.InstanceClock;

/**
 * Takes files in, reads them beside what is in use, and puts them in use or back. Nothing that is
 * in use changes before {@link #apply}.
 */
@Service
public class ImportService implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(ImportService.class);
  private static final int WAIT_SECONDS = 25;

  private final ImportStore store;
  private final ImportReader reader;
  private final ImportSwitch switching;
  private final Uploads uploads;
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final InstanceClock clock;
  // One at a time: an import reads much and writes much, and the board comes first.
  private final ExecutorService queue =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("registry-import").factory());
  private final Map<ImportId, Double> progress = new ConcurrentHashMap<>();

  ImportService(
      ImportStore store,
      ImportReader reader,
      ImportSwitch switching,
      Uploads uploads,
      Ledger ledger,
      TransactionTemplate transaction,
      InstanceClock clock) {
    this.store = store;
    this.reader = reader;
    this.switching = switching;
    this.uploads = uploads;
    this.ledger = ledger;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Takes a file in and reads it; answers when it is read or after 25 s, whichever is first.
   *
   * @param dataset the name after the kind's own, "main" where blank
   * @throws Problem INVALID if the file as a whole cannot be read, TOO_LARGE
   */
  public ImportView receive(
      ImportKind kind, String dataset, String fileName, String source, InputStream content) {
    Actor actor = Acting.require(Permission.REGISTRY_MANAGE);
    ImportId id = ImportId.next();
    Uploads.Stored stored = uploads.store(id, suffix(kind, fileName), content);
    Instant now = clock.instant();
    ImportView view =
        new ImportView(
            id,
            kind,
            kind.group() + "/" + datasetName(dataset),
            cut(fileName),
            cut(source),
            stored.bytes(),
            stored.sha256(),
            ImportState.READING,
            0,
            0,
            0,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            now,
            actor.name(),
            null,
            null,
            null);
    transaction.executeWithoutResult(
        status -> {
          store.insert(view);
          ledger.audit(
              Audit.of("import.received")
                  .about("import", id)
                  .detail("kind", kind.name())
                  .detail("dataset", view.dataset())
                  .detail("file", view.fileName())
                  .detail("sha256", view.sha256()));
        });
    await(queue.submit(() -> Acting.run(actor, () -> read(view, stored.file()))));
    ImportView read = get(id);
    if (read.failure() instanceof ImportView.Failure failure) {
      throw Problem.invalid("file", failure.code(), failure.args().toArray()).with("importId", id);
    }
    return read;
  }

  private void read(ImportView view, Path file) {
    try {
      reader.read(view, file, share -> progress.put(view.id(), share));
    } catch (FileRefused refused) {
      LOG.info("import {} refused", view.id(), refused);
      fail(view.id(), refused.code(), refused.args().stream().map(Object::toString).toList());
    } catch (RuntimeException e) {
      LOG.error("import {} failed", view.id(), e);
      fail(view.id(), "unreadable", List.of());
    } finally {
      progress.remove(view.id());
      uploads.delete(file);
    }
  }

  private void fail(ImportId id, String code, List<String> args) {
    transaction.executeWithoutResult(status -> store.failed(id, code, args));
  }

  private static void await(Future<?> reading) {
    try {
      reading.get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // It goes on; the caller asks for its progress.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An import, with how far it is read. */
  public ImportView get(ImportId id) {
    Acting.require(Permission.REGISTRY_READ);
    return store.find(id).map(this::withProgress).orElseThrow(() -> missing(id));
  }

  /** The newest first. */
  public Page<ImportView> list(@Nullable String after, @Nullable Integer limit) {
    Acting.require(Permission.REGISTRY_READ);
    int rows = Page.limit(limit);
    List<ImportView> found = store.list(after == null ? null : id(after), rows + 1);
    return Page.of(
        found.stream().map(this::withProgress).toList(), rows, view -> view.id().toString());
  }

  private ImportView withProgress(ImportView view) {
    Double share = progress.get(view.id());
    return share == null || view.isSettled() ? view : view.with(share);
  }

  /** Refused rows, in the file's order. */
  public List<Rejection> rejected(ImportId id, int after, int limit) {
    get(id);
    return store.rejected(id, after, limit);
  }

  /**
   * Puts the rows of an import in use, in place of those of its dataset, at once for everybody. An
   * import that changes nothing stays as it is.
   *
   * @throws Problem IMPORT_NOT_READY, IMPORT_EMPTY, IMPORT_OUTDATED
   */
  public ImportView apply(ImportId id) {
    Actor actor = Acting.require(Permission.REGISTRY_MANAGE);
    switching.apply(id, actor.name(), clock.instant());
    return get(id);
  }

  /**
   * Puts back what was in use before an import.
   *
   * @throws Problem IMPORT_NOT_ACTIVE if the import is not what is in use
   */
  public ImportView rollback(ImportId id) {
    Actor actor = Acting.require(Permission.REGISTRY_MANAGE);
    switching.rollback(id, actor.name(), clock.instant());
    return get(id);
  }

  private static ImportId id(String text) {
    try {
      return ImportId.of(text);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("after", "format", text);
    }
  }

  private static Problem missing(ImportId id) {
    return Problem.notFound("import", id);
  }

  private static String datasetName(String asked) {
    String name = asked.strip();
    if (!name.matches("[\\p{L}\\p{N}_-]{0,40}")) {
      throw Problem.invalid("dataset", "format", name);
    }
    return name.isEmpty() ? "main" : name;
  }

  private static String suffix(ImportKind kind, String fileName) {
    if (kind != ImportKind.OSM_PBF) {
      return ".upload";
    }
    return fileName.endsWith(".osm") || fileName.endsWith(".osm.gz") ? ".osm.gz" : ".osm.pbf";
  }

  private static String cut(String text) {
    String plain = text.replace('\0', ' ').strip();
    return plain.length() > 200 ? plain.substring(0, 200) : plain;
  }

  @Override
  public void destroy() {
    queue.shutdownNow();
  }
}
