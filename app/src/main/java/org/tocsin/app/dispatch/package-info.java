/**
 * Units, orders and what happens on scene: who is sent, how far they are, and who is told when a
 * step is overdue.
 */
@ApplicationModule(
    displayName = "Dispatch",
    allowedDependencies = {
      "foundation",
      "registry",
      "staff",
      "intake",
      "matter",
      "matter :: events"
    })
@NullMarked
package org.tocsin.app.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
