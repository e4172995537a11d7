namespace ProcVision.Analyzers;

/// <summary>
/// Metadata names of everything in <c>ProcVision.Sdk</c> that the compiler's side knows: the only place where the two meet. A test
/// looks each of them up in the real Sdk.
/// </summary>
internal static class SdkNames
{
    public const string AlgorithmAttribute = "ProcVision.AlgorithmAttribute";
    public const string ExecuteAttribute = "ProcVision.ExecuteAttribute";
    public const string PreExecuteAttribute = "ProcVision.PreExecuteAttribute";
    public const string NoImageAttribute = "ProcVision.NoImageAttribute";
    public const string KeptBetweenCallsAttribute = "ProcVision.KeptBetweenCallsAttribute";
    public const string SessionAttribute = "ProcVision.SessionAttribute";
    public const string MaxBytesAttribute = "ProcVision.MaxBytesAttribute";
    public const string SessionValueAttribute = "ProcVision.SessionValueAttribute";

    public const string ExecuteResult = "ProcVision.ExecuteResult";
    public const string PreResult = "ProcVision.PreResult";
    public const string Message = "ProcVision.Message";
    public const string ErrorCode = "ProcVision.ErrorCode";
    public const string DefectRect = "ProcVision.DefectRect";
    public const string PositionRect = "ProcVision.PositionRect";
    public const string CalibrationRect = "ProcVision.CalibrationRect";
    public const string AlgorithmException = "ProcVision.AlgorithmException";
    public const string SetupContext = "ProcVision.SetupContext";
    public const string StepStart = "ProcVision.StepStart";
    public const string StepFinish = "ProcVision.StepFinish";
    public const string ResetContext = "ProcVision.ResetContext";

    public const string Rect = "ProcVision.Rect";
    public const string ImageFrame = "ProcVision.ImageFrame";
    public const string StepImage = "ProcVision.StepImage";
    public const string ImageBuffer = "ProcVision.ImageBuffer";
    public const string StepGuide = "ProcVision.StepGuide";
    public const string Session = "ProcVision.Session";
    public const string SessionContext = "ProcVision.SessionContext";
    public const string StructuredLogger = "ProcVision.StructuredLogger";
    public const string Diagnostics = "ProcVision.Diagnostics";
    public const string AssetTable = "ProcVision.AssetTable";
    public const string AlgorithmHost = "ProcVision.Hosting.AlgorithmHost";

    public const string IAlgorithm = "ProcVision.CompilerServices.IAlgorithm";
    public const string AlgorithmDescriptor = "ProcVision.CompilerServices.AlgorithmDescriptor";
    public const string AlgorithmDispatch = "ProcVision.CompilerServices.AlgorithmDispatch";
    public const string AssetDescriptor = "ProcVision.CompilerServices.AssetDescriptor";
    public const string StepDescriptor = "ProcVision.CompilerServices.StepDescriptor";
    public const string StepCall = "ProcVision.CompilerServices.StepCall";
    public const string ParamReader = "ProcVision.CompilerServices.ParamReader";
    public const string RectCheck = "ProcVision.CompilerServices.RectCheck";
    public const string SessionLayout = "ProcVision.CompilerServices.SessionLayout";
    public const string SessionSlot = "ProcVision.CompilerServices.SessionSlot";
    public const string SessionSlotForm = "ProcVision.CompilerServices.SessionSlotForm";
    public const string SessionType = "ProcVision.CompilerServices.SessionType";
    public const string SessionSlots = "ProcVision.CompilerServices.SessionSlots";
    public const string SessionMember = "ProcVision.CompilerServices.SessionMember";
    public const string SessionMembers = "ProcVision.CompilerServices.SessionMembers";
    public const string SessionCodec = "ProcVision.CompilerServices.SessionCodec";
    public const string SessionNullableCodec = "ProcVision.CompilerServices.SessionNullableCodec";
    public const string SessionBytesCodec = "ProcVision.CompilerServices.SessionBytesCodec";
    public const string SessionArrayCodec = "ProcVision.CompilerServices.SessionArrayCodec";
    public const string SessionListCodec = "ProcVision.CompilerServices.SessionListCodec";
    public const string SessionImmutableArrayCodec = "ProcVision.CompilerServices.SessionImmutableArrayCodec";
    public const string SessionJsonCodec = "ProcVision.CompilerServices.SessionJsonCodec";
    public const string SessionJsonObjectCodec = "ProcVision.CompilerServices.SessionJsonObjectCodec";
    public const string SessionJsonStructCodec = "ProcVision.CompilerServices.SessionJsonStructCodec";
    public const string SessionJsonText = "ProcVision.CompilerServices.SessionJsonText";
    public const string SessionJsonBuiltIn = "ProcVision.CompilerServices.SessionJsonBuiltIn";
    public const string SessionJsonEnumCodec = "ProcVision.CompilerServices.SessionJsonEnumCodec";
    public const string SessionJsonOptionalCodec = "ProcVision.CompilerServices.SessionJsonOptionalCodec";
    public const string SessionJsonNullableCodec = "ProcVision.CompilerServices.SessionJsonNullableCodec";
    public const string SessionJsonBase64Codec = "ProcVision.CompilerServices.SessionJsonBase64Codec";
    public const string SessionJsonArrayCodec = "ProcVision.CompilerServices.SessionJsonArrayCodec";
    public const string SessionJsonListCodec = "ProcVision.CompilerServices.SessionJsonListCodec";
    public const string SessionJsonImmutableArrayCodec = "ProcVision.CompilerServices.SessionJsonImmutableArrayCodec";
    public const string SessionJsonDictionaryCodec = "ProcVision.CompilerServices.SessionJsonDictionaryCodec";
    public const string SessionContextCodec = "ProcVision.CompilerServices.SessionContextCodec";
    public const string SessionJsonWriter = "ProcVision.CompilerServices.SessionJsonWriter";
    public const string SessionJsonReader = "ProcVision.CompilerServices.SessionJsonReader";
    public const string SessionValueTableAttribute = "ProcVision.CompilerServices.SessionValueTableAttribute";

    /// <summary>What <c>GeneratedContract.Version</c> of the Sdk must be for the code that is emitted here.</summary>
    public const int Contract = 3;
}
