/** The room's doors over HTTP. */
@NullMarked
package org.tocsin.app.intake.web;

import org.jspecify.annotations.NullMarked;
