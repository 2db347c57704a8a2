/**
 * Where things are: addresses, roads, precincts, landmarks and door plates, how they are imported,
 * how a place is found from what a caller says, and how long the way by road takes.
 */
@ApplicationModule(
    displayName = "Registry",
    allowedDependencies = {"foundation"})
@NullMarked
package org.tocsin.app.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
