# Completion of scale-explorer for fish. The program itself says what may stand at the cursor; a
# word there is told up to a tab, and :files stands for the names of files.

function __scale_explorer_complete
    set -l line (commandline --cut-at-cursor --current-process | string collect)
    set -l program (commandline --tokenize --current-process)[1]
    for offer in ($program complete $line 2>/dev/null)
        if string match --quiet --regex '^:files\t' -- $offer
            # What fish offers to a command that it knows nothing of.
            complete --do-complete "'' "(commandline --cut-at-cursor --current-token)
        else
            echo $offer
        end
    end
end

complete --command scale-explorer --no-files --keep-order \
    --arguments '(__scale_explorer_complete)'
