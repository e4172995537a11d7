using ProcVision.Sdk.Tests.Imaging;

namespace ProcVision.Sdk.Tests.Sessions.Memory;

/// <summary>What becomes of regions whose owner forgot them, or was killed.</summary>
public sealed class StaleRegionTests
{
    private static bool IsLinux => OperatingSystem.IsLinux();

    private const string NotHere = "On Windows a section goes with its owner.";

    [Fact]
    public void A_process_that_ends_in_order_leaves_none()
    {
        Assert.SkipUnless(IsLinux, NotHere);
        using var folder = new TemporaryDirectory();
        using var owner = KeeperProcess.Owner(folder.Path, 5, out var names);
        Assert.Equal(5, names.Distinct().Count());
        Assert.All(names, name => Assert.True(File.Exists(folder[name])));

        _ = owner.End();

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_a_killed_owner_leaves_is_removed_and_what_a_live_one_has_is_not()
    {
        Assert.SkipUnless(IsLinux, NotHere);
        using var folder = new TemporaryDirectory();
        using var own = SharedMemory.Create(RegionMemory.SmallestSize, folder.Path);
        using var live = KeeperProcess.Owner(folder.Path, 3, out var lives);
        using var killed = KeeperProcess.Owner(folder.Path, 4, out var left);
        Assert.Empty(StaleRegions.Remove(folder.Path));

        killed.Kill();

        Assert.All(left, name => Assert.True(File.Exists(folder[name])));
        Assert.Equal(left.Order(), StaleRegions.Remove(folder.Path).Order());
        Assert.Equal(lives.Append(own.Name).Order(), Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
        Assert.Empty(StaleRegions.Remove(folder.Path));
    }

    [Fact]
    public void A_later_process_with_the_same_id_does_not_keep_it()
    {
        Assert.SkipUnless(IsLinux, NotHere);
        using var folder = new TemporaryDirectory();
        var earlier = ProcessInstance.Current with { StartTime = ProcessInstance.Current.StartTime - 1 };
        string stale = NameOf(earlier), current = NameOf(ProcessInstance.Current);
        File.WriteAllBytes(folder[stale], []);
        File.WriteAllBytes(folder[current], []);

        Assert.Equal([stale], StaleRegions.Remove(folder.Path));
        Assert.Equal([folder[current]], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void An_owner_that_is_dead_and_not_yet_reaped_keeps_nothing()
    {
        Assert.SkipUnless(IsLinux, NotHere);
        using var folder = new TemporaryDirectory();

        // The shell's child is killed, and the shell becomes a sleep that never asks what became of it.
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", "sleep 1000 & echo $!; read line; kill -KILL $!; echo; exec sleep 1000"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var child = int.Parse(shell.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
            var instance = InstanceOf(child);
            Assert.True(instance.IsAlive);

            shell.StandardInput.WriteLine();
            _ = shell.StandardOutput.ReadLine();

            Assert.True(SpinWait.SpinUntil(() => !instance.IsAlive, TimeSpan.FromSeconds(30)));
            Assert.True(Directory.Exists($"/proc/{child}"), "the process was reaped, so this test shows nothing");
        }
        finally
        {
            shell.Kill(entireProcessTree: true);
            shell.WaitForExit();
        }
    }

    [Fact]
    public void A_region_that_somebody_holds_is_kept_even_where_its_owners_id_means_nothing()
    {
        Assert.SkipUnless(IsLinux, NotHere);
        using var folder = new TemporaryDirectory();
        using var memory = SharedMemory.Create(RegionMemory.SmallestSize, folder.Path);
        var name = NameOf(Dead());
        File.Move(folder[memory.Name], folder[name]);

        Assert.Empty(StaleRegions.Remove(folder.Path));
        memory.Dispose();
        Assert.Equal([name], StaleRegions.Remove(folder.Path));
    }

    [Fact]
    public void Nothing_is_removed_that_is_no_region_of_this_users()
    {
        Assert.SkipUnless(IsLinux, NotHere);
        using var folder = new TemporaryDirectory();
        using var elsewhere = new TemporaryDirectory();
        var dead = Dead();
        File.WriteAllText(elsewhere["target"], "precious");
        File.WriteAllText(folder["procvision-session-notes.txt"], "precious");
        File.WriteAllText(folder[NameOf(dead) + ".bak"], "precious");
        File.WriteAllText(folder["other"], "precious");
        _ = Directory.CreateDirectory(folder[NameOf(dead)]);
        _ = File.CreateSymbolicLink(folder[NameOf(dead)], elsewhere["target"]);
        _ = File.CreateSymbolicLink(folder[NameOf(dead)], elsewhere["nothing"]);
        if (Environment.IsPrivilegedProcess)
        {
            var foreign = folder[NameOf(dead)];
            File.WriteAllText(foreign, "precious");
            using var given = System.Diagnostics.Process.Start("chown", ["12345", foreign]);
            given.WaitForExit();
        }

        var before = Directory.GetFileSystemEntries(folder.Path).Order().ToList();

        Assert.Empty(StaleRegions.Remove(folder.Path));

        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path).Order());
        Assert.Equal("precious", File.ReadAllText(elsewhere["target"]));
    }

    [Fact]
    public void Several_processes_may_remove_them_at_once()
    {
        Assert.SkipUnless(IsLinux, NotHere);
        using var folder = new TemporaryDirectory();
        using var live = KeeperProcess.Owner(folder.Path, 2, out var lives);
        var left = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            using var killed = KeeperProcess.Owner(folder.Path, 100, out var names);
            killed.Kill();
            left.AddRange(names);
        }

        var removers = Enumerable.Range(0, 4).Select(_ => KeeperProcess.Remover(folder.Path)).ToList();
        var removed = removers.AsParallel().WithDegreeOfParallelism(4).SelectMany(remover => remover.End()).ToList();
        removers.ForEach(remover => remover.Dispose());

        Assert.Equal(left.Order(), removed.Order());
        Assert.Equal(lives.Order(), Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Where_there_is_no_such_folder_there_is_nothing_to_remove() => Assert.Empty(StaleRegions.Remove("/no/such/folder"));

    private static string NameOf(ProcessInstance owner) => (SharedMemoryName.Next() with { Owner = owner }).ToString();

    private static ProcessInstance Dead()
    {
        using var process = System.Diagnostics.Process.Start("true");
        var id = process.Id;
        process.WaitForExit();
        return new ProcessInstance(id, 1);
    }

    private static ProcessInstance InstanceOf(int id)
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        return new ProcessInstance(id, ulong.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19], System.Globalization.CultureInfo.InvariantCulture));
    }
}
