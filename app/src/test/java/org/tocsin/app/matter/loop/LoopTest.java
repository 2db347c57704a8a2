package org.tocsin.app.matter.loop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.tocsin.app.staff.StaffTest;

/**
 * As {@link StaffTest}, with an app of its own: these tests move the clock on by months, which the
 * others that share an app would not like.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@StaffTest
@TestPropertySource(properties = "tocsin.test.app=loop")
@interface LoopTest {}
