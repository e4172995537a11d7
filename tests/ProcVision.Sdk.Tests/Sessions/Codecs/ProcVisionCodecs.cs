using System.Collections.Immutable;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions.Codecs.Values;

/// <summary>What the generator emits, written by hand: one class per author's type, and one table of everything that is used.</summary>
/// <remarks>
/// The table's order is that of use, so that no field is read before it is made; codec classes come to the table only when they write or read, so
/// types may contain each other.
/// </remarks>
internal static class ProcVisionCodecs
{
    internal static readonly SessionType GradeType = SessionType.Enum(
        "ProcVision.Sdk.Tests.Sessions.Codecs.Values.Grade", SessionType.Byte, new SessionEnumName("Good", 0), new SessionEnumName("Fair", 10), new SessionEnumName("Bad", 11));

    internal static readonly SessionJsonCodec<Template> Template = new TemplateCodec();
    internal static readonly SessionJsonCodec<Point> Point = new PointCodec();
    internal static readonly SessionJsonCodec<Grade> Grade = new SessionJsonEnumCodec<Grade>(GradeType);
    internal static readonly SessionJsonCodec<Point[]> PointArray = new SessionJsonArrayCodec<Point>(Point);
    internal static readonly SessionJsonCodec<List<Template>> TemplateList = new SessionJsonListCodec<Template>(Template);
    internal static readonly SessionJsonCodec<int> Int32 = new SessionJsonBuiltIn<int>();
    internal static readonly SessionJsonCodec<int?> Int32OrNull = new SessionJsonNullableCodec<int>(Int32);
    internal static readonly SessionJsonCodec<Dictionary<string, int?>> Int32OrNullDictionary = new SessionJsonDictionaryCodec<int?>(Int32OrNull);
    internal static readonly SessionJsonCodec<Dictionary<string, int?>?> Int32OrNullDictionaryOrNull =
        new SessionJsonOptionalCodec<Dictionary<string, int?>?>(Int32OrNullDictionary!);

    internal static readonly SessionJsonCodec<string> Text = new SessionJsonText();
    internal static readonly SessionJsonCodec<string?> TextOrNull = new SessionJsonOptionalCodec<string?>(Text!);
    internal static readonly SessionJsonCodec<ImmutableArray<string>> TextImmutableArray = new SessionJsonImmutableArrayCodec<string>(Text);
    internal static readonly SessionJsonCodec<Rect> Rect = new SessionJsonBuiltIn<Rect>();
    internal static readonly SessionJsonCodec<Rect?> RectOrNull = new SessionJsonNullableCodec<Rect>(Rect);
    internal static readonly SessionJsonCodec<Grade?> GradeOrNull = new SessionJsonNullableCodec<Grade>(Grade);

    private sealed class TemplateCodec : SessionJsonObjectCodec<Template>
    {
        // As System.Text.Json orders them: properties as declared, those of the primary constructor first.
        private static readonly SessionMembers Members = new(
            "ProcVision.Sdk.Tests.Sessions.Codecs.Values.Template", "Name", "Score", "Grade", "Points", "Children", "Counts", "Tags", "Roi", "Worst", "class");

        public override SessionType Type { get; } = SessionType.Json("ProcVision.Sdk.Tests.Sessions.Codecs.Values.Template");

        public override void Write(SessionJsonWriter json, Template value)
        {
            // A sealed type needs no such check.
            if (value.GetType() != typeof(Template))
            {
                throw json.Derived(value, "ProcVision.Sdk.Tests.Sessions.Codecs.Values.Template");
            }

            json.Open();
            json.Member(Members, 0);
            json.Value(value.Name);
            json.Member(Members, 1);
            json.Value(value.Score);
            json.Member(Members, 2);
            json.Value(ProcVisionCodecs.Grade, value.Grade);
            json.Member(Members, 3);
            json.Value(PointArray, value.Points);
            json.Member(Members, 4);
            json.Value(TemplateList, value.Children);
            json.Member(Members, 5);
            json.Value(Int32OrNullDictionaryOrNull, value.Counts);
            json.Member(Members, 6);
            json.Value(TextImmutableArray, value.Tags);
            json.Member(Members, 7);
            json.Value(RectOrNull, value.Roi);
            json.Member(Members, 8);
            json.Value(GradeOrNull, value.Worst);
            json.Member(Members, 9);
            json.Value(TextOrNull, value.@class);
            json.Close();
        }

        public override Template Read(ref SessionJsonReader json)
        {
            string m0 = default!;
            double m1 = default;
            Grade m2 = default;
            Point[] m3 = default!;
            List<Template> m4 = default!;
            Dictionary<string, int?>? m5 = default;
            ImmutableArray<string> m6 = default;
            Rect? m7 = default;
            Grade? m8 = default;
            string? m9 = default;
            var read = json.Open(Members);
            while (json.Next(ref read))
            {
                switch (read.Member)
                {
                    case 0:
                        m0 = json.Text();
                        break;
                    case 1:
                        m1 = json.Double();
                        break;
                    case 2:
                        m2 = json.Value(ProcVisionCodecs.Grade);
                        break;
                    case 3:
                        m3 = json.Value(PointArray);
                        break;
                    case 4:
                        m4 = json.Value(TemplateList);
                        break;
                    case 5:
                        m5 = json.Value(Int32OrNullDictionaryOrNull);
                        break;
                    case 6:
                        m6 = json.Value(TextImmutableArray);
                        break;
                    case 7:
                        m7 = json.Value(RectOrNull);
                        break;
                    case 8:
                        m8 = json.Value(GradeOrNull);
                        break;
                    case 9:
                        m9 = json.Value(TextOrNull);
                        break;
                }
            }

            return new Template(m0, m1, m2) { Points = m3, Children = m4, Counts = m5, Tags = m6, Roi = m7, Worst = m8, @class = m9 };
        }
    }

    private sealed class PointCodec : SessionJsonStructCodec<Point>
    {
        private static readonly SessionMembers Members = new("ProcVision.Sdk.Tests.Sessions.Codecs.Values.Point", "X", "Y");

        public override SessionType Type { get; } = SessionType.Json("ProcVision.Sdk.Tests.Sessions.Codecs.Values.Point");

        public override void Write(SessionJsonWriter json, Point value)
        {
            json.Open();
            json.Member(Members, 0);
            json.Value(value.X);
            json.Member(Members, 1);
            json.Value(value.Y);
            json.Close();
        }

        public override Point Read(ref SessionJsonReader json)
        {
            double m0 = default;
            double m1 = default;
            var read = json.Open(Members);
            while (json.Next(ref read))
            {
                switch (read.Member)
                {
                    case 0:
                        m0 = json.Double();
                        break;
                    case 1:
                        m1 = json.Double();
                        break;
                }
            }

            return new Point { X = m0, Y = m1 };
        }
    }
}
