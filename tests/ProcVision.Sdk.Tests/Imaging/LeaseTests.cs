using System.Runtime.Versioning;

namespace ProcVision.Sdk.Tests.Imaging;

/// <summary>What may happen to a lease beside taking it and giving it back.</summary>
[SupportedOSPlatform("linux")]
public sealed class LeaseTests : IDisposable
{
    private const int Duplicate = 0;
    private const int GetLease = 1025;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_that_was_read_can_be_written_though_a_forked_child_still_has_it()
    {
        var (files, file) = Leased();

        // To the system a duplicate is what a child has between its fork and its exec.
        var ofChild = LinuxFileCalls.Control(file.Descriptor, Duplicate, 0);
        try
        {
            files.Close(file);
            Assert.Equal(LinuxFileCalls.NoLease, LinuxFileCalls.Control(ofChild, GetLease, 0));
        }
        finally
        {
            _ = LinuxFileCalls.Close(ofChild);
        }
    }

    [Fact]
    public void What_was_read_under_a_lease_that_the_system_took_away_is_not_believed_once_the_file_was_written()
    {
        var (files, file) = Leased();
        try
        {
            // As the system does after 45 s with a process that is stopped meanwhile.
            Assert.Equal(0, LinuxFileCalls.Control(file.Descriptor, LinuxFileCalls.SetLease, LinuxFileCalls.NoLease));
            Assert.True(files.IsOfOneState(file));
            File.WriteAllText(_directory["picture.bin"], "new");
            Assert.False(files.IsOfOneState(file));
        }
        finally
        {
            files.Close(file);
        }
    }

    private (PictureFiles Files, PictureFile File) Leased()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Leases are a Linux thing.");
        File.WriteAllText(_directory["picture.bin"], "old one");
        var files = new LinuxPictureFiles(_directory.Path);
        Assert.True(files.TryOpen("picture.bin"u8, out var file, out _));
        if (file.Writers != FileWriters.Barred)
        {
            files.Close(file);
            Assert.Skip("This file system has no leases.");
        }

        return (files, file);
    }
}
