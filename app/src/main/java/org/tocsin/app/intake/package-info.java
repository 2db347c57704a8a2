/** Every door in: calls, messages, forms and partners' alerts become signals to be judged. */
@ApplicationModule(allowedDependencies = {"foundation", "registry", "staff"})
@NullMarked
package org.tocsin.app.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
