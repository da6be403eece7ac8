package uk.schoolgate.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The direction in which the parts may know each other. */
class ArchitectureTest {
    private static final JavaClasses SCHOOLGATE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("uk.schoolgate");

    @Test
    void theCoreKnowsTheJdkAndItselfAlone() {
        classes()
                .that()
                .resideInAPackage("uk.schoolgate.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("uk.schoolgate.core..", "java..", "javax.crypto..", "org.jspecify..", "org.slf4j..")
                .because("a library's types stop at its adapter, so that no port can leak them")
                .check(SCHOOLGATE);
    }

    @Test
    void adaptersDoNotKnowEachOtherOrTheApp() {
        slices().matching("uk.schoolgate.adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .check(SCHOOLGATE);
        noClasses()
                .that()
                .resideInAPackage("uk.schoolgate.adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("uk.schoolgate.app..")
                .check(SCHOOLGATE);
    }

    @Test
    void thePackagesOfTheCoreHaveNoCycles() {
        slices().matching("uk.schoolgate.core.(*)..").should().beFreeOfCycles().check(SCHOOLGATE);
    }

    @Test
    void onlyTheWiringKnowsSpringAndAdaptersTogether() {
        noClasses()
                .that()
                .resideInAnyPackage("uk.schoolgate.app.school..", "uk.schoolgate.app.settings..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.boot..", "org.springframework.context..", "redis.clients..")
                .check(SCHOOLGATE);
    }

    @Test
    void noVirtualThreads() {
        noClasses()
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
                .because("they can lock each other up while classes load out of the executable jar: decision 8")
                .check(SCHOOLGATE);
    }

    @Test
    void botBuildersTypesStopAtItsAdapter() {
        noClasses()
                .that()
                .resideOutsideOfPackage("uk.schoolgate.adapter.teams..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.microsoft.bot..")
                .because("when its successor comes, only this adapter changes: decision 53")
                .check(SCHOOLGATE);
    }

    @Test
    void whatBotBuilderDoesWrongWithoutACureIsNotUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveSimpleName("ClaimsValidator")
                .orShould()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("continueConversation")))
                .because("what such a validator refuses is let through, and what is said in a continued conversation"
                        + " answers to an id that nobody knows: decision 53")
                .check(SCHOOLGATE);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(SCHOOLGATE);
    }
}
