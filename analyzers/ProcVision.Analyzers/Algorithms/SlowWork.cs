using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Something that takes its time, or depends on what is outside of the process.</summary>
/// <param name="Name">What the author wrote, as <c>File.ReadAllBytes</c>.</param>
/// <param name="What">What it does, as a predicate.</param>
/// <param name="IsBlocking">Whether it keeps its thread waiting; loading code and calling native code may not.</param>
internal readonly record struct SlowWork(string Name, string What, bool IsBlocking = true)
{
    private const string UsesFiles = "accesses files";
    private const string UsesNetwork = "talks to the network";
    private const string UsesDatabase = "talks to a database";
    private const string UsesPort = "talks to a device";
    private const string LoadsModel = "loads a model";
    private const string LoadsCode = "loads a library";
    private const string CallsNative = "calls native code";
    private const string StartsProcess = "deals with another process";
    private const string Waits = "waits";

    /// <summary>What an operation does, found by the names of what it uses; null for what is not known as slow.</summary>
    public static SlowWork? Of(IOperation operation) => operation switch
    {
        IInvocationOperation call => OfCall(call),
        IObjectCreationOperation { Constructor: { } constructor } creation => OfCreation(constructor, creation),
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: { Name: "Task" } task } } when IsIn(task, "System.Threading.Tasks") => new("Task.Result", Waits),
        _ => null,
    };

    private static SlowWork? OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { } type)
            return null;
        if (IsNative(method))
            return new(method.Name, CallsNative, IsBlocking: false);
        return OfMethod(type, method.Name, call) is { } what ? new($"{type.Name}.{method.Name}", what, what != LoadsCode) : null;
    }

    private static string? OfMethod(INamedTypeSymbol type, string method, IInvocationOperation call) => type.Name switch
    {
        // What is async only waits where somebody waits for it.
        _ when method.EndsWith("Async", StringComparison.Ordinal) => null,
        "File" when method != "Exists" && IsIn(type, "System.IO") => UsesFiles,
        "Directory" when method is not ("Exists" or "GetCurrentDirectory" or "GetParent" or "GetDirectoryRoot") && IsIn(type, "System.IO") => UsesFiles,
        "FileInfo" or "DirectoryInfo" when IsIn(type, "System.IO") && method is not ("ToString" or "Refresh" or "Equals" or "GetHashCode") => UsesFiles,
        "FileStream" or "RandomAccess" when IsIn(type, "System.IO") && StartsWithAny(method, "Read", "Write", "Flush", "CopyTo") => UsesFiles,
        "MemoryMappedFile" when IsIn(type, "System.IO.MemoryMappedFiles") && StartsWithAny(method, "CreateFromFile", "OpenExisting") => UsesFiles,
        "XDocument" or "XElement" when method == "Load" && TakesPath(call) && IsIn(type, "System.Xml.Linq") => UsesFiles,
        "XmlDocument" when method is "Load" or "Save" && TakesPath(call) && IsIn(type, "System.Xml") => UsesFiles,
        "ZipFile" when IsIn(type, "System.IO.Compression") => UsesFiles,
        "HttpClient" or "HttpMessageInvoker" when method == "Send" && IsIn(type, "System.Net.Http") => UsesNetwork,
        "Dns" or "WebClient" or "Ping" when IsBelow(type, "System.Net") && StartsWithAny(method, "Get", "Resolve", "Send", "Download", "Upload", "Open") => UsesNetwork,
        "Socket" or "TcpClient" or "UdpClient" or "NetworkStream" or "TcpListener" when IsIn(type, "System.Net.Sockets") && StartsWithAny(method, "Connect", "Send", "Receive", "Accept", "Read", "Write") => UsesNetwork,
        "WebRequest" or "HttpWebRequest" when method.StartsWith("GetRe", StringComparison.Ordinal) && IsIn(type, "System.Net") => UsesNetwork,
        "SmtpClient" when method == "Send" && IsIn(type, "System.Net.Mail") => UsesNetwork,
        "SerialPort" when IsIn(type, "System.IO.Ports") && StartsWithAny(method, "Open", "Read", "Write") => UsesPort,
        "Process" when IsIn(type, "System.Diagnostics") && method is "Start" or "WaitForExit" or "WaitForInputIdle" => StartsProcess,
        "NativeLibrary" when method is "Load" or "TryLoad" && IsIn(type, "System.Runtime.InteropServices") => LoadsCode,
        "Assembly" when StartsWithAny(method, "Load") && IsIn(type, "System.Reflection") => LoadsCode,
        "Thread" when method is "Sleep" or "Join" && IsIn(type, "System.Threading") => method == "Sleep" ? "sleeps" : Waits,
        "Cv2" or "CvDnn" or "Net" when StartsWithAny(method, "ImRead", "ReadNet") && IsBelow(type, "OpenCvSharp") => LoadsModel,
        "CvInvoke" or "DnnInvoke" when StartsWithAny(method, "Imread", "ReadNet") && IsBelow(type, "Emgu") => LoadsModel,
        "HOperatorSet" when method.StartsWith("Read", StringComparison.Ordinal) && IsIn(type, "HalconDotNet") => LoadsModel,
        _ when IsWait(type, method, call) => Waits,
        _ when StartsWithAny(method, "Open", "Execute") && IsDatabase(type) => UsesDatabase,
        _ => null,
    };

    private static SlowWork? OfCreation(IMethodSymbol constructor, IObjectCreationOperation creation)
    {
        var type = constructor.ContainingType;
        string? what = type.Name switch
        {
            "FileStream" when IsIn(type, "System.IO") => UsesFiles,
            "StreamReader" or "StreamWriter" when constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..] && IsIn(type, "System.IO") => UsesFiles,
            "TcpClient" when constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..] && IsIn(type, "System.Net.Sockets") => UsesNetwork,
            "InferenceSession" when creation.Arguments.Length > 0 && IsIn(type, "Microsoft.ML.OnnxRuntime") => LoadsModel,
            _ => null,
        };
        return what is null ? null : new($"new {type.Name}", what);
    }

    private static bool IsWait(INamedTypeSymbol type, string method, IInvocationOperation call) => method switch
    {
        "Wait" => IsWaitable(type) && !IsPoll(call),
        "WaitAll" or "WaitAny" => type.Name is "Task" or "WaitHandle" && IsBelow(type, "System.Threading"),
        "WaitOne" => IsIn(type, "System.Threading") && !IsPoll(call),
        "SignalAndWait" => IsIn(type, "System.Threading"),
        "Take" => type.Name is "BlockingCollection" && IsIn(type, "System.Collections.Concurrent"),
        "GetResult" => type.Name.EndsWith("Awaiter", StringComparison.Ordinal) && IsIn(type, "System.Runtime.CompilerServices"),
        _ => false,
    };

    private static bool IsWaitable(INamedTypeSymbol type) =>
        type.Name is "Task" or "SemaphoreSlim" or "ManualResetEventSlim" or "CountdownEvent" or "Monitor" && IsBelow(type, "System.Threading");

    /// <summary>Whether it only looks: <c>Wait(0)</c>.</summary>
    private static bool IsPoll(IInvocationOperation call) => call.Arguments.Any(a => a.Value.ConstantValue is { HasValue: true, Value: 0 });

    private static bool TakesPath(IInvocationOperation call) => call.TargetMethod.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..];

    private static bool IsNative(IMethodSymbol method) =>
        method.GetDllImportData() is not null || (method.IsStatic && method.GetAttributes().Any(a => a.AttributeClass is { Name: "LibraryImportAttribute" }));

    private static bool IsDatabase(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.Name is "DbConnection" or "DbCommand" && IsIn(t, "System.Data.Common"))
                return true;
        }

        return false;
    }

    private static bool StartsWithAny(string name, params string[] starts) => starts.Any(s => name.StartsWith(s, StringComparison.Ordinal));

    private static bool IsIn(INamedTypeSymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;

    private static bool IsBelow(INamedTypeSymbol type, string space) =>
        type.ContainingNamespace?.ToDisplayString() is { } own && (own == space || own.StartsWith(space + ".", StringComparison.Ordinal));
}
