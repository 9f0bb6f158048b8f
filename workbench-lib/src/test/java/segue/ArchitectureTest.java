package segue;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** Imports point one way, from the page and the command line down to plain data. */
@AnalyzeClasses(packages = "segue", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule imports_point_down_only = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .optionalLayer("commands")
            .definedBy("segue.cli..")
            .optionalLayer("page")
            .definedBy("segue.page..")
            .optionalLayer("digest")
            .definedBy("segue.digest..")
            .optionalLayer("answers")
            .definedBy(
                    "segue.recommend..",
                    "segue.evaluate..",
                    "segue.feedback..",
                    "segue.jobs..",
                    "segue.spotify..",
                    "segue.chart..",
                    "segue.lab..")
            .optionalLayer("methods")
            .definedBy("segue.neighbors..", "segue.projection..", "segue.cluster..", "segue.dtw..")
            .optionalLayer("songs")
            .definedBy("segue.audio..", "segue.catalog..")
            .optionalLayer("numbers")
            .definedBy("segue.matrix..")
            .optionalLayer("files")
            .definedBy("segue.files..", "segue.progress..")
            .whereLayer("commands")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("commands")
            .whereLayer("digest")
            .mayOnlyBeAccessedByLayers("commands", "page")
            .whereLayer("answers")
            .mayOnlyBeAccessedByLayers("commands", "page", "digest")
            .whereLayer("methods")
            .mayOnlyBeAccessedByLayers("commands", "page", "digest", "answers")
            .whereLayer("songs")
            .mayOnlyBeAccessedByLayers("commands", "page", "digest", "answers", "methods")
            .whereLayer("numbers")
            .mayOnlyBeAccessedByLayers("commands", "page", "digest", "answers", "methods", "songs")
            .whereLayer("files")
            .mayOnlyBeAccessedByLayers("commands", "page", "digest", "answers", "methods", "songs", "numbers");

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching("segue.(*)..").should().beFreeOfCycles();

    /** Tastes and playlists are held to the rules of recommendations, which know nothing of them. */
    @ArchTest
    static final ArchRule recommendations_do_not_know_tastes_and_playlists = noClasses()
            .that()
            .resideInAnyPackage("segue.recommend", "segue.recommend.variety", "segue.recommend.metric")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("segue.recommend.tastes", "segue.recommend.playlist");

    @ArchTest
    static final ArchRule the_dial_knows_no_recommendations = noClasses()
            .that()
            .resideInAPackage("segue.recommend.variety")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("segue.recommend", "segue.recommend.metric");

    @ArchTest
    static final ArchRule rooms_of_the_page_form_no_cycles =
            slices().matching("segue.page.(*)..").should().beFreeOfCycles();

    /** What {@code simd} makes fast is declared beside what it is for, so its own imports are left out. */
    @ArchTest
    static final ArchRule packages_of_audio_form_no_cycles = slices().matching("segue.audio.(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage("segue.audio.simd"), alwaysTrue());

    @ArchTest
    static final ArchRule only_scans_know_whole_recordings = noClasses()
            .that()
            .resideInAPackage("segue.audio.*..")
            .and()
            .resideOutsideOfPackage("segue.audio.scan..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("segue.audio");

    @ArchTest
    static final ArchRule only_simd_classes_touch_the_vector_api = noClasses()
            .that()
            .resideOutsideOfPackage("..simd..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector..");

    @ArchTest
    static final ArchRule only_the_page_knows_javalin = noClasses()
            .that()
            .resideOutsideOfPackage("segue.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule only_feedback_knows_jdbc = noClasses()
            .that()
            .resideOutsideOfPackage("segue.feedback..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.sqlite..",
                    "org.postgresql..",
                    "org.mariadb..",
                    "com.zaxxer..",
                    "org.flywaydb..");

    @ArchTest
    static final ArchRule only_the_shared_queue_knows_jedis = noClasses()
            .that()
            .resideOutsideOfPackage("segue.jobs.redis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("redis.clients..", "org.apache.commons.pool2..");

    @ArchTest
    static final ArchRule only_collections_of_songs_know_mongodb = noClasses()
            .that()
            .resideOutsideOfPackage("segue.catalog.mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule jobs_do_not_know_who_keeps_them = noClasses()
            .that()
            .resideInAPackage("segue.jobs")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("segue.jobs.redis..");

    @ArchTest
    static final ArchRule only_rivals_know_smile = noClasses()
            .that()
            .resideOutsideOfPackage("segue.lab.smile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("smile..");

    @ArchTest
    static final ArchRule only_gpu_search_knows_jcuda = noClasses()
            .that()
            .resideOutsideOfPackage("segue.neighbors.gpu..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jcuda..");

    @ArchTest
    static final ArchRule only_hnsw_search_knows_voyager = noClasses()
            .that()
            .resideOutsideOfPackage("segue.neighbors.hnsw..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.spotify..");

    @ArchTest
    static final ArchRule only_decoding_knows_ffmpeg = noClasses()
            .that()
            .resideOutsideOfPackage("segue.audio.decode..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule only_spotify_knows_its_library = noClasses()
            .that()
            .resideOutsideOfPackage("segue.spotify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("se.michaelthelin..", "org.apache.hc..", "com.google.gson..");

    @ArchTest
    static final ArchRule only_the_digest_knows_mail = noClasses()
            .that()
            .resideOutsideOfPackage("segue.digest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "jakarta.activation..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule only_commands_know_picocli = noClasses()
            .that()
            .resideOutsideOfPackage("segue.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..");
}
