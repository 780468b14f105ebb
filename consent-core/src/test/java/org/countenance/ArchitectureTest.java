package org.countenance;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The one direction of the packages, and what core does not touch (README of the design: Modules and packages). */
class ArchitectureTest {

    private static final List<String> ORDER = List.of(
            "base", "words", "json", "scope", "jws", "record", "tlog", "registry", "manifest", "verify", "report");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.countenance");

    @TestFactory
    Stream<DynamicTest> importsOnlyWhatStandsBeforeIt() {
        return IntStream.range(0, ORDER.size()).mapToObj(i -> {
            String[] after = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(ArchitectureTest::inside)
                    .toArray(String[]::new);
            return DynamicTest.dynamicTest(ORDER.get(i), () -> {
                assertThat(CORE.containPackage("org.countenance." + ORDER.get(i)))
                        .isTrue();
                if (after.length > 0) {
                    check(noClasses()
                            .that()
                            .resideInAPackage(inside(ORDER.get(i)))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(after));
                }
            });
        });
    }

    @Test
    void hasNoPackageThatTheOrderDoesNotName() {
        check(classes()
                .should()
                .resideInAnyPackage(ORDER.stream().map(ArchitectureTest::inside).toArray(String[]::new)));
    }

    @Test
    void hasNoCycle() {
        check(slices().matching("org.countenance.(*)..").should().beFreeOfCycles());
    }

    @Test
    void touchesNoFileAndNoSocket() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.net..", "java.nio.channels..", "java.sql..", "java.util.logging.."));
        check(noClasses().should().dependOnClassesThat().haveNameMatching("java\\.io\\.(File|Random|Print).*"));
    }

    @Test
    void readsNoClockAndNoEnvironment() {
        for (Class<?> type : List.of(
                java.time.Instant.class,
                java.time.LocalDate.class,
                java.time.LocalDateTime.class,
                java.time.ZonedDateTime.class,
                java.time.OffsetDateTime.class,
                java.time.YearMonth.class)) {
            check(noClasses().should().callMethod(type, "now"));
        }
        check(noClasses().should().dependOnClassesThat().areAssignableTo(java.time.Clock.class));
        check(noClasses()
                .should()
                .accessClassesThat()
                .areAssignableTo(System.class)
                .as("core classes should not ask System for time, properties, environment or streams"));
    }

    @Test
    void drawsRandomnessOnlyFromWhatItWasGiven() {
        check(noClasses().should().callConstructorWhere(target(owner(assignableTo(java.util.Random.class)))));
        check(noClasses().should().callMethod(Math.class, "random"));
    }

    @Test
    void startsNoThread() {
        check(noClasses().should().dependOnClassesThat().areAssignableTo(Thread.class));
        // Work may be handed to an executor that was given; without one it would run on threads that nobody gave.
        check(noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("java.util.concurrent..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(Executor.class)))
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(CompletableFuture.class)))));
        check(noClasses().should().callMethod(CompletableFuture.class, "supplyAsync", Supplier.class));
        check(noClasses().should().callMethod(CompletableFuture.class, "runAsync", Runnable.class));
    }

    @Test
    void keepsEachLibraryInItsPackage() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(inside("json"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages(inside("jws"), inside("tlog"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle.."));
        check(noClasses()
                .that()
                .resideInAPackage(inside("tlog"))
                .and()
                .haveNameNotMatching(".*\\.(Timestamp\\w+|Certificate\\w*|SigningCertificate|Strength)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle.."));
    }

    @Test
    void marksEveryPackageAsWithoutNull() throws ClassNotFoundException {
        for (String name : ORDER) {
            Class<?> info = Class.forName("org.countenance." + name + ".package-info");
            assertThat(info.isAnnotationPresent(NullMarked.class)).as(name).isTrue();
        }
    }

    private static String inside(String name) {
        return "org.countenance." + name + "..";
    }

    private static void check(ArchRule rule) {
        rule.check(CORE);
    }
}
