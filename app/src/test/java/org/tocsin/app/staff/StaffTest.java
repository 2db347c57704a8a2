package org.tocsin.app.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.testing.TocsinTest;

/** The whole app as in {@link TocsinTest}, with a movable real time and an identity provider. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(
    initializers = {TocsinTest.OwnDatabase.class, ProviderDouble.Registration.class})
@Import({MovableClock.InPlaceOfRealTime.class, People.class})
public @interface StaffTest {}
