/** Facts the registry tells other rooms. */
@NamedInterface("events")
@NullMarked
package org.tocsin.app.registry.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
