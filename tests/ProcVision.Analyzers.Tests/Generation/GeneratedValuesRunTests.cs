using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Generation;

/// <summary>Session values through generated code, compiled and run against the real Sdk. What the JSON is, ProcVision.SessionValues.Tests compares.</summary>
public sealed class GeneratedValuesRunTests
{
    private const string Types = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Reflection;
        using ProcVision;
        using ProcVision.CompilerServices;

        public enum Grade : sbyte { Bad = -1, Good }

        public struct Pair<T> where T : unmanaged { public byte Tag; private T _hidden; public T Shown { get => _hidden; set => _hidden = value; } }

        public readonly record struct Pose(double X, double Y);

        [SessionValue] public struct Place { public bool Ok; public Pose Pose { get; set; } public Pair<Pose> Both { get; set; } public readonly Grade Grade; public (byte Row, double) Cell; public Rect? Box; }

        [SessionValue] public record Template(string Name, List<Pose> Points, Template? Next = null);

        [Session]
        public readonly ref partial struct State
        {
            public partial double[] Widths { get; set; }
            public partial List<Pose>? Poses { get; set; }
            public partial Dictionary<string, Template?> Parts { get; set; }
            [MaxBytes(64)] public partial Template? Best { get; set; }
            public partial ImmutableArray<Grade> Grades { get; set; }
            public partial Place? Place { get; set; }
        }

        """;

    [Fact]
    public void Typed_properties_of_every_kind_keep_their_values() => Assert.Equal(
        "[]|null|0|null|0||1.5,2|(1,2)|A>B|A|Good,Bad|9",
        Run("""
            var state = State.Over(new Session("s"));
            string before = $"[{string.Join(',', state.Widths)}]|{(state.Poses is null ? "null" : "")}|{state.Parts.Count}|{(state.Best is null ? "null" : "")}|{state.Grades.Length}|{state.Place}";
            state.Widths = [1.5, 2];
            state.Poses = [new(1, 2)];
            state.Parts = new() { ["x"] = new Template("A", [], new Template("B", [])), ["y"] = null };
            state.Best = new Template("A", []);
            state.Grades = [Grade.Good, Grade.Bad];
            state.Place = new Place { Both = new Pair<Pose> { Shown = new(9, 8) } };
            return $"{before}|{string.Join(',', state.Widths)}|({state.Poses[0].X},{state.Poses[0].Y})|{state.Parts["x"]!.Name}>{state.Parts["x"]!.Next!.Name}|{state.Best.Name}|{string.Join(',', state.Grades)}|{state.Place?.Both.Shown.X}";
            """));

    [Fact]
    public void A_typed_property_and_its_key_are_one_value() => Assert.Equal(
        "A|B|2",
        Run("""
            var session = new Session("s");
            var state = State.Over(session);
            state.Best = new Template("A", []);
            string first = session.Get<Template>("Best")!.Name;
            session.Set("Best", new Template("B", []));
            session.Set("more", new List<Template> { new("C", []), new("D", []) });
            return $"{first}|{state.Best!.Name}|{session.Get<List<Template>>("more")!.Count}";
            """));

    [Fact]
    public void A_value_that_is_too_long_for_its_property_leaves_the_old_one() => Assert.Equal(
        "True|A",
        Run("""
            var state = State.Over(new Session("s"));
            state.Best = new Template("A", []);
            bool refused = false;
            try { state.Best = new Template(new string('x', 100), []); } catch (SessionException e) { refused = e.Message.Contains("Best"); }
            return $"{refused}|{state.Best!.Name}";
            """));

    /// <summary>What is said of the bytes is true of them: also of private fields, of those of generic structs, and of backing fields.</summary>
    [Fact]
    public void The_members_of_a_struct_lie_where_its_description_says() => Assert.Equal(
        "Ok,Pose,Both,Grade,Cell,Box|1|3,4|5,6|-1|7,8|1,2,3,4",
        Run("""
            var type = State.ProcVisionLayout.Slots.Single(s => s.Key == "Place").Value;
            var place = new Place { Ok = true, Pose = new(3, 4), Both = new Pair<Pose> { Shown = new(5, 6) }, Cell = (7, 8), Box = new Rect(1, 2, 3, 4) };
            System.Runtime.CompilerServices.Unsafe.AsRef(in place.Grade) = Grade.Bad;
            var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes(new ReadOnlySpan<Place>(in place)).ToArray();
            SessionMember Of(SessionType of, string name) => Members(of).Single(m => m.Name == name);
            T At<T>(int offset) => System.Runtime.CompilerServices.Unsafe.ReadUnaligned<T>(in bytes[offset]);
            var both = Of(type, "Both");
            var cell = Of(type, "Cell");
            return string.Join(',', Members(type).Select(m => m.Name))
                + $"|{At<byte>(Of(type, "Ok").Offset)}|{Show(At<Pose>(Of(type, "Pose").Offset))}|{Show(At<Pose>(both.Offset + Of(both.Type, "_hidden").Offset))}|{At<sbyte>(Of(type, "Grade").Offset)}"
                + $"|{At<byte>(cell.Offset + Of(cell.Type, "Item1").Offset)},{At<double>(cell.Offset + Of(cell.Type, "Item2").Offset)}|{At<Rect?>(Of(type, "Box").Offset)}";

            static string Show(Pose pose) => $"{pose.X},{pose.Y}";
            static IEnumerable<SessionMember> Members(SessionType of) =>
                (ImmutableArray<SessionMember>)typeof(SessionType).GetProperty("Members", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(of)!;
            """));

    [Fact]
    public void A_value_of_a_derived_record_is_refused() => Assert.Equal(
        "True",
        Run(
            """
            var state = State.Over(new Session("s"));
            try { state.Best = new Special("A"); return "False"; } catch (SessionException) { return "True"; }
            """,
            "public record Special(string Name) : Template(Name, []);"));

    private static object Run(string body, string more = "") => new TestProject()
        .Code($$"""
            {{Types}}
            {{more}}
            public static class Program
            {
                public static object Run()
                {
                    {{body}}
                }
            }
            """)
        .Build().IsClean().Load().GetType("Program")!.GetMethod("Run")!.Invoke(null, null)!;
}
