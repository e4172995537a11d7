using System.Text;
using ProcVision.Soak.Planted;

namespace ProcVision.Soak.Owners;

/// <summary>The process that is killed: it makes a region, says its name, and begins and ends one detection after the other in it.</summary>
internal static class OwnerRole
{
    internal static void Run()
    {
        using var region = SharedMemory.Create(RegionMemory.DefaultSize);
        using (var output = Console.OpenStandardOutput())
        {
            output.Write(Encoding.ASCII.GetBytes(region.Name + "\n"));
        }

        RegionOwner.Format(region);
        PlantedLayout.Lay(region);
        var (pose, note, curve) = (PlantedLayout.Pose(region), PlantedLayout.Note(region), PlantedLayout.Curve(region));
        for (uint next = 1; ; next++)
        {
            var generation = RegionOwner.Begin(region, OwnedDetection.Identity(next));
            pose.Write(Plant.Correct, generation, OwnedDetection.PoseBytes(generation));
            note.Write(Plant.Correct, generation, OwnedDetection.NoteBytes(generation));
            curve.Write(Plant.Correct, generation, OwnedDetection.CurveBytes(generation));
            RegionOwner.End(region);
        }
    }
}
