package org.tocsin.app.registry.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.registry.files.Rejection;
import org.tocsin.app.registry.files.RowFault;
import org.tocsin.app.registry.internal.ImportKind;
import org.tocsin.app.registry.internal.ImportService;
import org.tocsin.app.registry.internal.ImportView;
import org.tocsin.kernel.ImportId;

@RestController
@RequestMapping("/api/imports")
class ImportController {
  private static final int CSV_ROWS = 10_000;

  private final ImportService imports;

  ImportController(ImportService imports) {
    this.imports = imports;
  }

  /** A refused row as shown. */
  record RejectedView(
      long row, String column, String value, RowFault fault, Text reason, Text mend) {
    static RejectedView of(Rejection row) {
      return new RejectedView(
          row.row(),
          row.column(),
          row.value(),
          row.fault(),
          row.fault().reason(),
          row.fault().mend());
    }
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  ImportView receive(
      @RequestParam MultipartFile file,
      @RequestParam ImportKind kind,
      @RequestParam(defaultValue = "") String dataset,
      @RequestParam(defaultValue = "") String source) {
    String name = file.getOriginalFilename();
    try (InputStream content = file.getInputStream()) {
      return imports.receive(kind, dataset, name == null ? "" : name, source, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping
  Page<ImportView> list(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return imports.list(after, limit);
  }

  @GetMapping("/{id}")
  ImportView get(@PathVariable ImportId id) {
    return imports.get(id);
  }

  @PostMapping("/{id}/apply")
  ImportView apply(@PathVariable ImportId id) {
    return imports.apply(id);
  }

  @PostMapping("/{id}/rollback")
  ImportView rollback(@PathVariable ImportId id) {
    return imports.rollback(id);
  }

  @GetMapping("/{id}/rejected")
  Page<RejectedView> rejected(
      @PathVariable ImportId id,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(required = false) @Nullable Integer limit) {
    int rows = Page.limit(limit);
    List<Rejection> found = imports.rejected(id, after, rows + 1);
    List<RejectedView> views = found.stream().map(RejectedView::of).toList();
    return Page.of(views, rows, row -> Integer.toString(after + rows));
  }

  @GetMapping("/{id}/rejected.csv")
  ResponseEntity<byte[]> rejectedCsv(@PathVariable ImportId id, Locale locale) {
    boolean chinese = "zh".equals(locale.getLanguage());
    // The mark lets spreadsheets read the Chinese reasons.
    StringBuilder csv = new StringBuilder("\uFEFF");
    try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
      printer.printRecord("row", "column", "value", "fault", "reason", "mend");
      for (Rejection row : imports.rejected(id, 0, CSV_ROWS)) {
        Text reason = row.fault().reason();
        Text mend = row.fault().mend();
        printer.printRecord(
            row.row(),
            row.column(),
            harmless(row.value()),
            row.fault(),
            chinese ? reason.zh() : reason.en(),
            chinese ? mend.zh() : mend.en());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=rejected-" + id + ".csv")
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A cell of a foreign file must not become a formula in somebody's spreadsheet. */
  private static String harmless(String value) {
    return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }
}
