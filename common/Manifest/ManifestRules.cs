namespace ProcVision.Manifests;

/// <summary>
/// The text of every rule about a manifest, in one place, so that the compiler and the Runner say the same.
/// Ids are grouped with gaps: 000x the file, 001x who it is, 002x products, 003x steps, 004x and 005x parameters and assets.
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

    public static readonly ManifestRule UnknownKey = new(
        "PV0006",
        "A key is not known",
        "Nobody reads the key '{0}' in {1}. {2}.",
        ManifestSeverity.Warning);

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

    public static readonly ManifestRule NoDescription = new(
        "PV0015",
        "The manifest has no description",
        "The manifest has no description, so a list of algorithms shows no more than its name. Add \"description\" with a sentence about what is inspected.",
        ManifestSeverity.Info);

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

    public static readonly ManifestRule PlaceholderPid = new(
        "PV0024",
        "A product id is still the placeholder",
        "The product id '{0}' is the placeholder of a new project, and no product has it. Write the id of a product that this algorithm inspects.",
        ManifestSeverity.Warning);

    public static readonly ManifestRule ManyPids = new(
        "PV0025",
        "The manifest supports more products than advised",
        "The list supported_pids has {0} product ids, and the platform advises at most {1}. Split the algorithm into several manifests.",
        ManifestSeverity.Warning);

    public static readonly ManifestRule PidsDifferByCase = new(
        "PV0026",
        "Two product ids differ only by case",
        "The product id '{0}' differs from '{1}' only by the case of its letters, and on Windows both have one and the same file. Rename or remove one of the two.",
        ManifestSeverity.Warning);

    public static readonly ManifestRule PidIsNoFileName = new(
        "PV0027",
        "A product id cannot be the name of a file",
        "The product id '{0}' holds {1}, and the platform keeps a file of that name for every product. Write it with letters, digits, '_', '-' and ':' only.",
        ManifestSeverity.Warning);

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

    public static readonly ManifestRule StepsOutOfOrder = new(
        "PV0033",
        "The steps are not in their order",
        "The step {0} stands after the step {1}, and people read the steps in the order of the file. Sort the steps by their index.",
        ManifestSeverity.Warning);

    public static readonly ManifestRule StepNumbersHaveGap = new(
        "PV0034",
        "The step numbers have a gap",
        "No step has the index {0}, {1}. Number the steps 1, 2, 3 and so on.",
        ManifestSeverity.Warning);

    public static readonly ManifestRule DuplicateStepName = new(
        "PV0035",
        "Two steps have one name",
        "The step name '{0}' already belongs to step {1}, and people cannot tell the two apart. Give this step another name.",
        ManifestSeverity.Warning);

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

    public static readonly ManifestRule PatternExplodes = new(
        "PV0051",
        "A pattern can take exponential time",
        "The part '{0}' of the pattern of the parameter '{1}' can match one text in very many ways, and a text that does not match costs up to 100 ms before it is refused. Write the repeated part so that its pieces cannot match the same characters.",
        ManifestSeverity.Warning);

    public static readonly ManifestRule RequiredWithDefault = new(
        "PV0052",
        "A required parameter has a default",
        "The parameter '{0}' is required, so a call without it is refused with 1006 and its default is never taken. Remove \"required\" or the default.",
        ManifestSeverity.Warning,
        NeedsCompilation: true);

    public static readonly ManifestRule FloatWithoutUnit = new(
        "PV0053",
        "A number has no unit",
        "The parameter '{0}' is a float without a unit, and its range {1}, so its meaning is left to guess. Add for example \"unit\": \"ms\", or \"unit\": \"1\" for a plain number.",
        ManifestSeverity.Info);

    public static readonly ManifestRule AssetMissing = new(
        "PV0054",
        "A file of the manifest does not exist",
        "The file '{0}' does not exist in the project, so the algorithm cannot start. {1}.");

    public static readonly ManifestRule AssetOfPidMissing = new(
        "PV0055",
        "A product has no file that the others have",
        "The product '{0}' has no {1} in required_assets, and default_config has none either. Add it to one of the two.",
        ManifestSeverity.Warning);

    public static readonly ManifestRule ChoiceSpelling = new(
        "PV0056",
        "A choice can be mistaken for another",
        "The choice '{0}' of the parameter '{1}' {2}. {3}.",
        ManifestSeverity.Warning);

    public static readonly ManifestRule ParamKeysDifferByCase = new(
        "PV0057",
        "Two parameter keys differ only by case",
        "The parameter key '{0}' differs from '{1}' in the same step only by the case of its letters. Give this parameter another key.",
        ManifestSeverity.Warning);
}
