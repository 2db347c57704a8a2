/** Facts about incidents that other rooms may listen to. */
@NamedInterface("events")
@NullMarked
package org.tocsin.app.matter.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
