using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// Prints types for names that the manifest does not yield. A rule fails such a build and says why; without the placeholder CS0246 would
/// stop the compiler before the rule can be heard (DESIGN §4).
/// </summary>
internal static class PlaceholderEmitter
{
    /// <summary>The file of the placeholders beside classes.</summary>
    public const string File = "ProcVision-Placeholders.g.cs";

    private const string None = "throw new global::System.InvalidOperationException(\"This type only stands in for one that manifest.json does not yield.\")";

    /// <summary>Prints placeholders into the namespaces of classes that nothing can be added to.</summary>
    public static SourceText Emit(EquatableArray<PlacedPlaceholder> placeholders)
    {
        var writer = new SourceWriter();
        foreach (var group in placeholders.GroupBy(p => p.Namespace))
        {
            if (group.Key.Length > 0)
                writer.Open($"namespace {group.Key}");
            foreach (var placeholder in group)
                Emit(writer, placeholder.Type, session: null);
            if (group.Key.Length > 0)
                writer.Close();
        }

        return writer.ToSourceText();
    }

    public static void Emit(SourceWriter writer, Placeholder placeholder, SessionReference? session)
    {
        writer.Gap();
        writer.Line("/// <summary>Stands in for a type that manifest.json does not yield.</summary>");
        string name = CSharpName.Identifier(placeholder.Name);
        if (!placeholder.IsStep)
        {
            writer.Line($"public readonly struct {name};");
            return;
        }

        writer.Open($"{SessionField.StepAccess(session)} readonly ref struct {name}");
        SessionField.Declare(writer, session);
        writer.Line($"""

            /// <summary>Never called.</summary>
            public {name}() => Session = default!;

            /// <summary>Never there.</summary>
            public {Global.StepImage} Image => {None};

            /// <summary>Never there.</summary>
            public string Pid => {None};

            /// <summary>Never there.</summary>
            public {Global.StructuredLogger} Log => {None};

            /// <summary>Never there.</summary>
            public {Global.Diagnostics} Diagnostics => {None};

            /// <summary>Never there.</summary>
            public {Global.CancellationToken} Cancellation => {None};
            """);
        writer.Close();
    }
}
