/** The spine: accepts incidents, keeps their instants and timeline, merges, hands over, closes. */
@ApplicationModule(
    allowedDependencies = {"foundation", "registry", "staff", "intake", "intake :: events"})
@NullMarked
package org.tocsin.app.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
