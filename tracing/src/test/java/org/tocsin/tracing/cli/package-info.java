@NullMarked
package org.tocsin.tracing.cli;

import org.jspecify.annotations.NullMarked;
