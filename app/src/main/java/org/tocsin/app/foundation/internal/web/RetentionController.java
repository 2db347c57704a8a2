package org.tocsin.app.foundation.internal.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Retention;

/** The proof that personal fields are not kept too long. */
@RestController
class RetentionController {
  private final Retention retention;

  RetentionController(Retention retention) {
    this.retention = retention;
  }

  @GetMapping("/api/retention")
  List<Retention.Standing> report() {
    return retention.report();
  }
}
