/**
 * Who works here: agencies as a tree, officers, duty, sign-in, permissions, exercises, and the
 * reading side of the audit log.
 */
@ApplicationModule(allowedDependencies = {"foundation", "registry"})
@NullMarked
package org.tocsin.app.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
