package anxin.main;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import anxin.dispatcher.store.Row;
import anxin.dispatcher.store.Sql;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The house: who may know whom. */
@AnalyzeClasses(packages = "anxin", importOptions = {DoNotIncludeTests.class,
    ArchitectureTest.NoTestSupport.class})
class ArchitectureTest {

    /** Leaves out the test support that other modules' tests share as a jar. */
    static final class NoTestSupport implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar") && !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule features_form_no_cycles = slices().matching("anxin.(*).(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule modules_form_no_cycles = slices().matching("anxin.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_domain_is_plain_java = noClasses()
            .that().resideInAnyPackage("anxin.dispatcher..", "anxin.gateway..", "anxin.api..")
            .and().resideOutsideOfPackages("anxin.dispatcher.shell..", "anxin.gateway.door..", "anxin.api",
                    "anxin.api.web..", "anxin.api.stream..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..", "com.hazelcast..", "org.eclipse.paho..");

    @ArchTest
    static final ArchRule the_dispatcher_knows_neither_gateway_nor_api = noClasses()
            .that().resideInAPackage("anxin.dispatcher..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("anxin.gateway..", "anxin.api..", "anxin.main..");

    @ArchTest
    static final ArchRule gateway_and_api_do_not_know_each_other = noClasses()
            .that().resideInAPackage("anxin.gateway..")
            .should().dependOnClassesThat().resideInAPackage("anxin.api..");

    @ArchTest
    static final ArchRule the_simulators_know_nobody = noClasses()
            .that().resideInAPackage("anxin.simulators..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("anxin.dispatcher..", "anxin.gateway..", "anxin.api..", "anxin.main..",
                    "anxin.postgres..");

    @ArchTest
    static final ArchRule sql_stays_in_the_store = noClasses()
            .that().resideOutsideOfPackages("anxin.dispatcher.store..", "anxin.postgres..")
            .should().dependOnClassesThat().resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule statements_stand_in_stores = noClasses()
            .that().resideInAnyPackage("anxin.dispatcher..", "anxin.api..", "anxin.gateway..")
            .and().resideOutsideOfPackage("anxin.dispatcher.store..")
            .and().haveSimpleNameNotEndingWith("Store")
            // Runs what InvariantStore hands it.
            .and().doNotHaveFullyQualifiedName("anxin.dispatcher.invariant.Violations")
            .should().callMethod(Sql.class, "list", String.class,
                    Row.Reader.class, Object[].class)
            .orShould().callMethod(Sql.class, "update", String.class, Object[].class);

    @ArchTest
    static final ArchRule time_is_asked_of_a_clock_handed_in = noClasses()
            .that().resideOutsideOfPackage("anxin.postgres..")
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Info|Data|DTO|Dto|VO|Bean|Base|Common)");

    @ArchTest
    static final ArchRule stores_are_final = classes().that().haveSimpleNameEndingWith("Store").should()
            .haveModifier(JavaModifier.FINAL);

    // The command line prints; nobody else does.
    @ArchTest
    static final ArchRule nobody_else_prints = noClasses()
            .that().doNotHaveFullyQualifiedName("anxin.main.Main")
            .and().doNotHaveFullyQualifiedName("anxin.simulators.Simulators")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            // The simulators' people and devices do wait; each of them is a thread of its own that can be interrupted.
            .that().resideOutsideOfPackage("anxin.simulators..")
            .should().callMethod(Thread.class, "sleep", long.class)
            .orShould().callMethod(Thread.class, "sleep", Duration.class);
}
