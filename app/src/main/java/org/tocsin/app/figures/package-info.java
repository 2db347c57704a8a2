/**
 * The report card: projects the facts of all rooms and publishes figures that anyone can trace to
 * the records they count.
 */
@ApplicationModule(
    allowedDependencies = {
      "foundation",
      "staff",
      "intake",
      "intake :: events",
      "matter",
      "matter :: events",
      "dispatch :: events"
    })
@NullMarked
package org.tocsin.app.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
