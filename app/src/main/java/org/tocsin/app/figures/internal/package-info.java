@NullMarked
package org.tocsin.app.figures.internal;

import org.jspecify.annotations.NullMarked;
