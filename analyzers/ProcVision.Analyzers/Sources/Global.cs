namespace ProcVision.Analyzers.Sources;

/// <summary>The names of <see cref="SdkNames"/> as emitted code writes them, so that no using and no type of the author can change their meaning.</summary>
internal static class Global
{
    public const string ExecuteResult = Prefix + SdkNames.ExecuteResult;
    public const string PreResult = Prefix + SdkNames.PreResult;
    public const string SetupContext = Prefix + SdkNames.SetupContext;
    public const string StepStart = Prefix + SdkNames.StepStart;
    public const string StepFinish = Prefix + SdkNames.StepFinish;
    public const string ResetContext = Prefix + SdkNames.ResetContext;

    public const string Rect = Prefix + SdkNames.Rect;
    public const string StepImage = Prefix + SdkNames.StepImage;
    public const string StepGuide = Prefix + SdkNames.StepGuide;
    public const string Session = Prefix + SdkNames.Session;
    public const string SessionContext = Prefix + SdkNames.SessionContext;
    public const string StructuredLogger = Prefix + SdkNames.StructuredLogger;
    public const string Diagnostics = Prefix + SdkNames.Diagnostics;
    public const string AssetTable = Prefix + SdkNames.AssetTable;
    public const string AlgorithmHost = Prefix + SdkNames.AlgorithmHost;

    public const string IAlgorithm = Prefix + SdkNames.IAlgorithm;
    public const string AlgorithmDescriptor = Prefix + SdkNames.AlgorithmDescriptor;
    public const string AlgorithmDispatch = Prefix + SdkNames.AlgorithmDispatch;
    public const string AssetDescriptor = Prefix + SdkNames.AssetDescriptor;
    public const string StepDescriptor = Prefix + SdkNames.StepDescriptor;
    public const string StepCall = Prefix + SdkNames.StepCall;
    public const string ParamReader = Prefix + SdkNames.ParamReader;
    public const string RectCheck = Prefix + SdkNames.RectCheck;
    public const string SessionLayout = Prefix + SdkNames.SessionLayout;
    public const string SessionSlot = Prefix + SdkNames.SessionSlot;
    public const string SessionSlotForm = Prefix + SdkNames.SessionSlotForm;
    public const string SessionType = Prefix + SdkNames.SessionType;
    public const string SessionSlots = Prefix + SdkNames.SessionSlots;
    public const string SessionMember = Prefix + SdkNames.SessionMember;
    public const string SessionMembers = Prefix + SdkNames.SessionMembers;
    public const string SessionCodec = Prefix + SdkNames.SessionCodec;
    public const string SessionNullableCodec = Prefix + SdkNames.SessionNullableCodec;
    public const string SessionBytesCodec = Prefix + SdkNames.SessionBytesCodec;
    public const string SessionArrayCodec = Prefix + SdkNames.SessionArrayCodec;
    public const string SessionListCodec = Prefix + SdkNames.SessionListCodec;
    public const string SessionImmutableArrayCodec = Prefix + SdkNames.SessionImmutableArrayCodec;
    public const string SessionJsonCodec = Prefix + SdkNames.SessionJsonCodec;
    public const string SessionJsonObjectCodec = Prefix + SdkNames.SessionJsonObjectCodec;
    public const string SessionJsonStructCodec = Prefix + SdkNames.SessionJsonStructCodec;
    public const string SessionJsonText = Prefix + SdkNames.SessionJsonText;
    public const string SessionJsonBuiltIn = Prefix + SdkNames.SessionJsonBuiltIn;
    public const string SessionJsonEnumCodec = Prefix + SdkNames.SessionJsonEnumCodec;
    public const string SessionJsonOptionalCodec = Prefix + SdkNames.SessionJsonOptionalCodec;
    public const string SessionJsonNullableCodec = Prefix + SdkNames.SessionJsonNullableCodec;
    public const string SessionJsonBase64Codec = Prefix + SdkNames.SessionJsonBase64Codec;
    public const string SessionJsonArrayCodec = Prefix + SdkNames.SessionJsonArrayCodec;
    public const string SessionJsonListCodec = Prefix + SdkNames.SessionJsonListCodec;
    public const string SessionJsonImmutableArrayCodec = Prefix + SdkNames.SessionJsonImmutableArrayCodec;
    public const string SessionJsonDictionaryCodec = Prefix + SdkNames.SessionJsonDictionaryCodec;
    public const string SessionContextCodec = Prefix + SdkNames.SessionContextCodec;
    public const string SessionJsonWriter = Prefix + SdkNames.SessionJsonWriter;
    public const string SessionJsonReader = Prefix + SdkNames.SessionJsonReader;
    public const string SessionValueTableAttribute = Prefix + SdkNames.SessionValueTableAttribute;

    public const string JsonTypeInfo = Prefix + "System.Text.Json.Serialization.Metadata.JsonTypeInfo";
    public const string Text = Prefix + "System.String";
    public const string Regex = Prefix + "System.Text.RegularExpressions.Regex";
    public const string CancellationToken = Prefix + "System.Threading.CancellationToken";
    public const string Utf8 = Prefix + "System.ReadOnlySpan<byte>";

    /// <summary>Keeps a member out of completion lists: it is there for other generated code only.</summary>
    public const string Hidden =
        "[" + Prefix + "System.ComponentModel.EditorBrowsable(" + Prefix + "System.ComponentModel.EditorBrowsableState.Never)]";

    private const string Prefix = "global::";
}
