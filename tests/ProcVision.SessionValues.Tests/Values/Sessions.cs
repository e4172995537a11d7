using System.Collections.Immutable;
using Plant.Parts;

namespace ProcVision.SessionValues.Tests.Values;

/// <summary>Typed properties of every form: bytes, text, collections as bytes, JSON.</summary>
[Session]
internal readonly ref partial struct EveryForm
{
    public partial int Number { get; set; }

    public partial double? Maybe { get; set; }

    public partial string Text { get; set; }

    public partial string? MaybeText { get; set; }

    public partial Grade Grade { get; set; }

    public partial Marks? Marks { get; set; }

    public partial Pose Pose { get; set; }

    public partial Packed? Packed { get; set; }

    public partial Tight Tight { get; set; }

    public partial Gauge Gauge { get; set; }

    public partial (int Row, double Value) Tuple { get; set; }

    public partial double[] Doubles { get; set; }

    public partial List<Pose>? Poses { get; set; }

    public partial ImmutableArray<Tight> Tights { get; set; }

    public partial ImmutableArray<int>? MaybeInts { get; set; }

    public partial Measurement? Measurement { get; set; }

    [MaxBytes(16384)]
    public partial Node? Node { get; set; }

    public partial Wide? Wide { get; set; }

    public partial (int Row, string Name) NamedTuple { get; set; }

    public partial string[] Texts { get; set; }

    public partial List<string?>? MaybeTexts { get; set; }

    public partial Dictionary<string, Grade> Grades { get; set; }

    public partial Part? Part { get; set; }

    public partial List<Measurement?> Measurements { get; set; }

    public partial byte[] Bytes { get; set; }

    public partial int?[] Nullables { get; set; }

    public partial Pair<Grade, Pose>? Pair { get; set; }

    public partial Values.Shape? Shape { get; set; }

    public partial DateTimeOffset Time { get; set; }
}
