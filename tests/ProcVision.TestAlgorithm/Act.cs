using System.Diagnostics;
using System.Runtime.InteropServices;
using ProcVision.CompilerServices;

namespace ProcVision.TestAlgorithm;

/// <summary>What a step can be told to do.</summary>
internal static partial class Act
{
    internal static void Do(string what, int ms, StepCall call)
    {
        switch (what)
        {
            case "ok":
                break;
            case "wait":
                // The polite step: stops when it is asked to.
                if (call.Cancellation.WaitHandle.WaitOne(ms))
                {
                    ScriptedAlgorithm.Note("step was cancelled");
                    call.Cancellation.ThrowIfCancellationRequested();
                }

                break;
            case "sleep":
                Thread.Sleep(ms);
                break;
            case "wait for the file":
                // Runs for as long as its test wants.
                ScriptedAlgorithm.WaitForFile();
                break;
            case "end late":
                // Asked to stop, ends in its own time and as if nothing had been.
                _ = call.Cancellation.WaitHandle.WaitOne(60_000);
                Thread.Sleep(ms);
                ScriptedAlgorithm.Note("step ended late");
                break;
            case "answer much":
                // More than a pipe holds.
                call.Diagnostics.Publish("much", new string('x', 200_000));
                break;
            case "answer too much":
                // More than a frame may have.
                call.Diagnostics.Publish("much", new string('x', 3_000_000));
                break;
            case "answer much late":
                _ = call.Cancellation.WaitHandle.WaitOne(60_000);
                call.Diagnostics.Publish("much", new string('x', 200_000));
                ScriptedAlgorithm.Note("step ended late");
                break;
            case "hang in callback":
                _ = call.Cancellation.Register(() => Thread.Sleep(60_000));
                Thread.Sleep(ms);
                break;
            case "throw in callback":
                _ = call.Cancellation.Register(() => throw new InvalidOperationException("the callback is broken"));
                _ = call.Cancellation.WaitHandle.WaitOne(ms);
                break;
            case "log much":
                // More than any pipe holds.
                for (var i = 0; i < 2000; i++)
                {
                    call.Log.Info($"{new string('x', 999)}");
                }

                break;
            case "print much":
                for (var i = 0; i < 2000; i++)
                {
                    Console.Error.WriteLine(new string('x', 999));
                }

                break;
            case "throw":
                throw new InvalidOperationException("the lens is dirty");
            case "print":
                Print(call);
                break;
            case "count":
                Count(call);
                break;
            case "count and die once":
                Count(call);
                if (IsFirstTime())
                {
                    Process.GetCurrentProcess().Kill();
                    Thread.Sleep(Timeout.Infinite);
                }

                break;
            case "count and hang once":
                Count(call);
                if (IsFirstTime())
                {
                    Thread.Sleep(Timeout.Infinite);
                }

                break;
            case "count and fail once":
                Count(call);
                if (IsFirstTime())
                {
                    throw new RecoverableException("the camera was busy");
                }

                break;
            case "count and run out of memory":
                Count(call);
                throw new GpuOutOfMemoryException("8 GiB wanted");
            case "give up":
                throw new FatalException("the driver is gone");
            case "thread":
                call.Diagnostics.Publish("thread", Environment.CurrentManagedThreadId);
                Thread.Sleep(ms);
                break;
            case "block the pool":
                ThreadPool.GetMinThreads(out var threads, out _);
                for (var i = 0; i < threads * 8; i++)
                {
                    _ = ThreadPool.QueueUserWorkItem(_ => Thread.Sleep(60_000));
                }

                Thread.Sleep(ms);
                break;
            case "allocated":
                call.Diagnostics.Publish("allocated", GC.GetAllocatedBytesForCurrentThread());
                break;
            case "leave a thread":
                new Thread(() => Thread.Sleep(60_000)) { IsBackground = false }.Start();
                break;
            case "leave a child":
                // Inherits everything that is inheritable.
                using (var child = Process.Start(new ProcessStartInfo("/bin/sleep", "60"))!)
                {
                    call.Diagnostics.Publish("child", child.Id);
                }

                break;
            default:
                throw new ArgumentException($"no act '{what}'", nameof(what));
        }
    }

    private static void Count(StepCall call)
    {
        var count = call.Session.Get("count", 0) + 1;
        call.Session.Set("count", count);
        call.Diagnostics.Publish("count", count);
    }

    /// <summary>Whether nobody has been here before, in this process or another: the file that <c>TEST_FILE</c> names says so from then on.</summary>
    private static bool IsFirstTime()
    {
        var file = Environment.GetEnvironmentVariable("TEST_FILE")!;
        if (File.Exists(file))
        {
            return false;
        }

        File.WriteAllText(file, "");
        return true;
    }

    /// <summary>Everything an algorithm might print, and everything it might read.</summary>
    private static void Print(StepCall call)
    {
        Console.WriteLine("printed by Console");
        Console.Out.Flush();
        var text = "printed by native code\n"u8;
        _ = write(1, ref MemoryMarshal.GetReference(text), text.Length);
        _ = puts("printed by the C library");
        using (var child = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "echo printed by a child; cat"]))!)
        {
            child.WaitForExit();
        }

        call.Diagnostics.Publish("stdin", Console.In.Read());
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int puts(string text);

    [LibraryImport("libc")]
    private static partial nint write(int descriptor, ref byte bytes, nint count);
}
