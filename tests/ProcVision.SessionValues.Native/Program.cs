using System.Collections.Immutable;
using ProcVision.CompilerServices;

namespace ProcVision.SessionValues.Native;

/// <summary>Stores values of every form and prints what comes back; what must be refused, it prints as refused.</summary>
internal static class Program
{
    private static int Main()
    {
        SessionCodecs.Register(ProcVisionTable.SessionValues);
        var session = new Session("native");
        Typed(session);
        Keyed(session);
        Refused(session);
        return 0;
    }

    private static void Typed(Session session)
    {
        var typed = TraySession.Over(session);
        typed.Template = new Template("T-1 料", [new Point(1, 2.5), new Point(-0.1, 1e300)], Grade.Fine, null);
        typed.Points = [new Point(3, 4)];
        typed.Levels = [1, 2, 3];
        Console.WriteLine($"typed {Text(typed.Template)} {string.Join(' ', typed.Points)} {string.Join(' ', typed.Levels)}");
    }

    private static void Keyed(Session session)
    {
        session.Set("template", new Template("T-2", [], Grade.Bad, new Template("inner", [new Point(0, 0)], (Grade)77, null)));
        session.Set("list", new List<Template> { new("T-3", [], Grade.Fine, null) });
        session.Set("grade", (Grade?)Grade.Bad);
        session.Set("doubles", new[] { 0.5, double.NaN });
        session.Set("table", new Dictionary<string, Point> { ["z"] = new(1, 2), ["a"] = new(3, 4) });
        session.Set("names", ImmutableArray.Create("a", "b"));
        Console.WriteLine($"keyed {Text(session.Get<Template>("template"))} {Text(session.Get<List<Template>>("list")![0])} {session.Get<Grade?>("grade")}");
        Console.WriteLine($"keyed {string.Join(' ', session.Get<double[]>("doubles")!)} {string.Join(' ', session.Get<Dictionary<string, Point>>("table")!)}");
        Console.WriteLine($"keyed {string.Join(' ', session.Get<ImmutableArray<string>>("names"))}");
    }

    private static void Refused(Session session)
    {
        try
        {
            session.Set("template", new Template("T-4", [new Point(0, 0), new Point(double.NaN, 0)], Grade.Fine, null));
        }
        catch (SessionException e)
        {
            Console.WriteLine($"refused {e.Message}");
        }

        Console.WriteLine($"kept {session.Get<Template>("template")!.Name}");
    }

    private static string Text(Template? template) => template is null
        ? "-"
        : $"{template.Name}({string.Join(';', template.Points)}){template.Grade}[{Text(template.Inner)}]";
}
