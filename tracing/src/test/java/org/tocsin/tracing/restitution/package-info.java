@NullMarked
package org.tocsin.tracing.restitution;

import org.jspecify.annotations.NullMarked;
