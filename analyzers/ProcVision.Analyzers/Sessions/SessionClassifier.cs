using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Algorithms;
using ProcVision.Analyzers.Sessions.Values;
using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions;

/// <summary>The one opinion about a <c>[Session]</c> struct; asked by the generator without a listener and by the analyzer with one.</summary>
internal static class SessionClassifier
{
    /// <summary>What a session holds in all (conformance 19).</summary>
    public const int LargestSession = 102400;

    private const int SlotHead = 8;
    private const int LengthHead = 4;

    /// <summary>Classifies a struct marked <c>[Session]</c>; null when no part can be added to it.</summary>
    public static SessionModel? Classify(INamedTypeSymbol type, AttributeData attribute, Action<Diagnostic>? report, CancellationToken cancellation)
    {
        var name = report is null ? Location.None : SessionShape.NameOf(attribute, type, cancellation);
        var taken = TakenNames(type);
        bool isModel = true;
        if (SessionShape.Obstacle(type, cancellation) is (var cause, var cure))
            Reject(SessionRules.WrongStruct, type.Name, cause, cure);
        foreach (string needed in (string[])[SessionNames.Over, SessionNames.Layout, SessionNames.Slots])
        {
            if (taken.Contains(needed))
                Reject(ClassRules.NameTaken, needed, "the session's generated part", type.Name);
        }

        var found = SessionPropertyClassifier.Classify(type, report, cancellation).ToList();
        long capacity = found.Sum(p => (long)p.Capacity);
        if (capacity > LargestSession)
            Reject(SessionRules.TooLarge, type.Name, capacity, LargestSession);

        var properties = Place(found, isModel, out int size);
        return SessionShape.TakesPart(type, cancellation)
            ? new()
            {
                Place = TypePlace.Of(type),
                Type = CSharpName.Global(type),
                IsModel = isModel,
                Properties = properties,
                Size = size,
                TakenNames = taken,
            }
            : null;

        void Reject(DiagnosticDescriptor rule, params object[] arguments)
        {
            isModel = false;
            report?.Invoke(Diagnostic.Create(rule, name, arguments));
        }
    }

    /// <summary>Gives each property its slot: a state of eight bytes, then two cells for the value.</summary>
    private static EquatableArray<SessionProperty> Place(IEnumerable<SessionProperty> properties, bool isModel, out int size)
    {
        int next = 0;
        var placed = new List<SessionProperty>();
        foreach (var property in properties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            placed.Add(property with { Offset = next, Form = isModel ? property.Form : SlotForm.None, Value = isModel ? property.Value : null });
            if (property.Value is not { } value)
                continue;
            int head = value.Form == ValueForm.Value ? 0 : LengthHead;
            next += SlotHead + (2 * ((head + property.Capacity + 7) / 8 * 8));
        }

        size = next;
        return placed.ToEquatableArray();
    }

    private static EquatableArray<string> TakenNames(INamedTypeSymbol type) =>
        type.GetMembers()
            .Where(m => m.CanBeReferencedByName && !m.IsImplicitlyDeclared && !m.IsGenerated())
            .Select(m => m.Name)
            .Distinct()
            .OrderBy(n => n, StringComparer.Ordinal)
            .ToEquatableArray();
}
