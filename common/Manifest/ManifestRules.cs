namespace ProcVision.Manifests;

/// <summary>
/// The text of every rule about a manifest, in one place, so that the compiler and the Runner say the same.
/// Ids are grouped with gaps: 000x the file, 001x who it is, 002x products, 003x steps, 004x parameters and assets.
/// <c>PV0006</c> is kept for unknown keys, <c>PV0032</c>'s neighbours for more about steps.
/// </summary>
internal static class ManifestRules
{
    public static readonly ManifestRule NoManifest = new(
        "PV0001",
        "An algorithm class has no manifest",
        "No manifest.json names the class '{0}' in its entry_point. Add a manifest.json with \"entry_point\": \"{1}:{0}\" to the project.");

    public static readonly ManifestRule NotJson = new(
        "PV0002",
        "The manifest is not JSON",
        "The manifest is not valid JSON: {0}. {1}.");

    public static readonly ManifestRule FieldMissing = new(
        "PV0003",
        "A required field is missing",
        "The field '{0}' is missing or empty in {1}. Add {2}.");

    public static readonly ManifestRule WrongKind = new(
        "PV0004",
        "A field has the wrong kind",
        "The field '{0}' must be {1}, but this is {2}. Write it as {3}.");

    public static readonly ManifestRule DuplicateKey = new(
        "PV0005",
        "A key is written twice",
        "The key '{0}' was already given in this object, and only the last one would count. Remove one of the two.");

    public static readonly ManifestRule NotUtf8 = new(
        "PV0007",
        "The manifest is not UTF-8",
        "The manifest is stored {0} and not as UTF-8, so other programs read its Chinese text differently. Save the file as UTF-8.");

    public static readonly ManifestRule NameForm = new(
        "PV0010",
        "The name has a form that the platform does not take",
        "The name '{0}' may hold only lower-case letters a-z, digits, '_' and '-'. Write it as '{1}'.");

    public static readonly ManifestRule VersionForm = new(
        "PV0011",
        "The version is not a three-part version",
        "The version '{0}' is not of the form major.minor.patch. Write it as '{1}'.");

    public static readonly ManifestRule EntryPointForm = new(
        "PV0012",
        "The entry point names no class",
        "The entry_point '{0}' is not of the form 'module:Class' with a C# class name after the ':'. Write it as '{1}'.");

    public static readonly ManifestRule EntryPointWithoutClass = new(
        "PV0013",
        "The entry point names a class that is not an algorithm of this project",
        "No class '{0}' with the attribute [Algorithm] is in this project. {1}.",
        NeedsCompilation: true);

    public static readonly ManifestRule ClassNamedTwice = new(
        "PV0014",
        "Two manifests name one class",
        "The class '{0}' is already the entry point of '{1}'. Name another [Algorithm] class here, or remove one of the two manifests.",
        NeedsCompilation: true);

    public static readonly ManifestRule NoPids = new(
        "PV0020",
        "The manifest supports no product",
        "The list supported_pids is empty, so the platform can never activate this algorithm. Add at least one product id, for example \"p001\".");

    public static readonly ManifestRule DuplicatePid = new(
        "PV0021",
        "A product id is written twice",
        "The product id '{0}' is already in supported_pids. Remove one of the two.");

    public static readonly ManifestRule TooManyPids = new(
        "PV0022",
        "The manifest supports more products than the platform takes",
        "The list supported_pids has {0} product ids, and the platform takes at most {1}. Split the algorithm into several manifests.");

    public static readonly ManifestRule PidForm = new(
        "PV0023",
        "A product id has a form that the platform does not take",
        "The product id '{0}' {1}. Write 1 to 64 characters without white space around them and without control characters.");

    public static readonly ManifestRule StepIndexTooSmall = new(
        "PV0030",
        "A step index is below 1",
        "The step index {0} cannot be called, because steps are numbered from 1. Write {1}.");

    public static readonly ManifestRule DuplicateStepIndex = new(
        "PV0031",
        "A step index is written twice",
        "The step index {0} already belongs to the step '{1}'. Write {2}.");

    public static readonly ManifestRule DuplicateStepId = new(
        "PV0032",
        "Two steps have one id",
        "The step id '{0}' already belongs to {1}. Give this step another id.");

    public static readonly ManifestRule UnknownParamType = new(
        "PV0040",
        "A parameter type is unknown",
        "The parameter type '{0}' does not exist. Write {1}.");

    public static readonly ManifestRule LimitsCrossed = new(
        "PV0041",
        "A lower limit is greater than the upper limit",
        "In the parameter '{0}' {1} {2} is greater than {3} {4}, so no value would be accepted. Swap the two or correct one of them.");

    public static readonly ManifestRule DefaultNotAccepted = new(
        "PV0042",
        "A default is not a value the parameter accepts",
        "The default {0} of the parameter '{1}' {2}. Write {3}.");

    public static readonly ManifestRule ChoicesNotUsable = new(
        "PV0043",
        "The choices of an enum are missing, empty or repeated",
        "The enum parameter '{0}' {1}. {2}.");

    public static readonly ManifestRule DefaultNotAChoice = new(
        "PV0044",
        "A default is not among the choices",
        "The default '{0}' of the parameter '{1}' is not among its choices. Write one of {2}.");

    public static readonly ManifestRule DuplicateParamKey = new(
        "PV0045",
        "Two parameters of a step have one key",
        "The parameter key '{0}' is already used in this step. Give this parameter another key.");

    public static readonly ManifestRule ForeignLimit = new(
        "PV0046",
        "A limit does not belong to the parameter's type",
        "The field '{0}' has no meaning for a parameter of type '{1}' and would never be checked. Remove it or change the type to {2}.");

    public static readonly ManifestRule AssetsForForeignPid = new(
        "PV0047",
        "Assets are given for a product that is not supported",
        "The product id '{0}' of required_assets is not in supported_pids. Write one of {1} or add it to supported_pids.");

    public static readonly ManifestRule LimitNotUsable = new(
        "PV0048",
        "A limit of a parameter cannot be used",
        "The {0} {1} of the parameter '{2}' {3}. Write {4}.");

    public static readonly ManifestRule AssetPathForm = new(
        "PV0049",
        "A path of an asset cannot be used",
        "The path '{0}' {1}. Write a path below the folder of the manifest with '/', for example \"assets/p001.json\".");
}
