package org.tocsin.app.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.staff.internal.AuditLog;
import org.tocsin.kernel.MatterId;

/** The audit log over HTTP. */
@RestController
class AuditController {
  private final AuditLog log;

  AuditController(AuditLog log) {
    this.log = log;
  }

  /** A page of entries, newest first. {@code action=sign-in} also finds {@code sign-in.failed}. */
  @GetMapping("/api/audit")
  Page<AuditLog.Entry> page(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable MatterId matter,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return log.page(new AuditLog.Filter(who, action, matter, subject, from, to), after, limit);
  }

  /** The same as a file, oldest first. */
  @GetMapping("/api/audit.csv")
  void export(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable MatterId matter,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      HttpServletResponse response)
      throws IOException {
    Acting.require(Permission.AUDIT_EXPORT);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
    log.export(new AuditLog.Filter(who, action, matter, subject, from, to), response.getWriter());
  }
}
